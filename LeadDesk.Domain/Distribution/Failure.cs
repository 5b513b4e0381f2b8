namespace LeadDesk.Domain.Distribution;

/// <summary>The first test a person failed. HasOffer: it was only that they have an open exclusive offer, so they will be free in a moment.</summary>
public readonly record struct Failure(Test Test, bool HasOffer = false);

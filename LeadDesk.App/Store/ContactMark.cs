namespace LeadDesk.App.Store;

/// <summary>The last lead of a contact, by keyed hash, its owner's number and UTC milliseconds; a later mark takes the place of an earlier one.</summary>
public sealed record ContactMark(byte[] Hash, Guid Lead, int? Owner, long At);

namespace LeadDesk.Domain.Leads;

/// <summary>The colleague who served this customer before; Here = Ready or with a customer now.</summary>
public sealed record KnownBy(Guid Id, string Name, bool Here);

using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Store.Codec;

/// <summary>All that a customer sent, as one personal text.</summary>
public sealed record LeadText(Facts Facts, LeadPerson Person);

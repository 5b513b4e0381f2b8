using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Live;

/// <summary>Somebody who has a lead open right now, and whether they are writing about it.</summary>
public readonly record struct Looker(RepId Rep, LeadId Lead, bool Writing);

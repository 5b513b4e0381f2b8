using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Lab;

/// <summary>Something that somebody will do in a replay; Index is the place of what comes from outside.</summary>
internal readonly record struct Deed(DeedKind Kind, RepId Rep, LeadId Lead, int Index);

using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>One lead on the board as it is drawn; gone = somebody else has it by now, fresh = it has just been let in.</summary>
public sealed record BoardLine(LeadCard Lead, bool Gone, bool Fresh = false);

using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Rep;

/// <summary>One lead on the board as it is drawn; gone = somebody else has it by now.</summary>
public sealed record BoardLine(LeadCard Lead, bool Gone);

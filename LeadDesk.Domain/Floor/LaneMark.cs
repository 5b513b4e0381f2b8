namespace LeadDesk.Domain.Floor;

/// <summary>How a version of a lane called itself and whether it showed names: a receipt is read by the rules it was made under.</summary>
public sealed record LaneMark(string Name, bool Names);

using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Fairness;

/// <summary>Leads that a manager gave to one person by hand; Forced of them past a test that the person failed.</summary>
public readonly record struct WatchPick(RepId By, RepId To, int Leads, int Forced)
{
    /// <summary>A manager gave leads to themselves.</summary>
    public bool IsSelf => By == To;
}

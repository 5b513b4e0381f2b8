namespace LeadDesk.App.Fairness;

/// <summary>Leads that one manager gave to one person by hand; Forced of them past a test.</summary>
public sealed record WatchGiven(Guid ById, string ByName, Guid ToId, string ToName, int Leads, int Forced)
{
    public bool IsSelf => ById == ToId;
}

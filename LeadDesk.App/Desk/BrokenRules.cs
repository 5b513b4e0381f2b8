using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>Tells the server's log on which leads a rule broke; once under the same rules, because the clock may meet it again every second.</summary>
internal sealed partial class BrokenRules(ILogger logger)
{
    private readonly HashSet<LeadId?> told = [];
    private LanePlan? under;

    public void Tell(Round round)
    {
        if (round.Broken.Count == 0)
        {
            return;
        }

        if (!ReferenceEquals(under, round.Floor.Plan))
        {
            told.Clear();
            under = round.Floor.Plan;
        }

        foreach (var broken in round.Broken.Where(b => told.Add(b.Lead)))
        {
            RuleBroke(broken.Bug, broken.Lead?.ToString() ?? "none in particular");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A rule broke, and the desk went on without it. Lead: {Lead}.")]
    private partial void RuleBroke(Exception bug, string lead);
}

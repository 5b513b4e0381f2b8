using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>Claims that are on disk and wait for the end of their photo finish. The loop goes on meanwhile; whoever stops waiting loses nothing, the press stands.</summary>
internal sealed class OpenPresses
{
    private readonly Dictionary<LeadId, List<Pending>> waiting = [];

    public void Hold(LeadId lead, Pending pending)
    {
        if (!waiting.TryGetValue(lead, out var all))
        {
            waiting[lead] = all = [];
        }

        all.Add(pending);
    }

    /// <summary>Tells everybody whose photo finish is over on this floor how it ended.</summary>
    public void Tell(SalesFloor floor, DateTimeOffset now)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        foreach (var (lead, all) in waiting.Where(w => floor.Find(w.Key)?.Finish is not { IsOpen: true }).ToList())
        {
            waiting.Remove(lead);
            foreach (var pending in all)
            {
                var refusal = LeadLife.AnswerTo(floor, pending.Command.Actor.Rep!.Value, lead, now);
                pending.Tell(new Answer(Decided.Of(refusal, lead), floor) { Version = floor.Find(lead)?.Version });
            }
        }
    }

    /// <summary>The desk ends: nobody is left waiting.</summary>
    public void TellAll(Answer answer)
    {
        foreach (var pending in waiting.Values.SelectMany(w => w))
        {
            pending.Tell(answer);
        }

        waiting.Clear();
    }
}

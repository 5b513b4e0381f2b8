using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Desk;

/// <summary>A batch that is decided but not yet on disk.</summary>
internal sealed class Drafts(SalesFloor floor)
{
    public SalesFloor Floor { get; private set; } = floor;

    public List<(Pending Pending, Answer Answer)> Answers { get; } = [];

    public List<Stamped> Events { get; } = [];

    public List<LogLine> Lines { get; } = [];

    public List<SeenMark> Seen { get; } = [];

    public List<ContactMark> Contacts { get; } = [];

    public void Add(Pending pending, Answer answer, Round round)
    {
        Answers.Add((pending, answer));
        if (!answer.IsDone || round.Events.Count == 0 || answer.Replayed)
        {
            return;
        }

        var before = Floor;
        for (var i = 0; i < round.Events.Count; i++)
        {
            var (stamped, after) = (round.Events[i], round.Floors[i]);
            Lines.Add(Desk.Lines.Of(before, after, stamped, answer.Decided.Texts.FirstOrDefault(t => t.Seq == stamped.Seq)));
            Events.Add(stamped);
            before = after;
        }

        Seen.AddRange(answer.Decided.Seen);
        Contacts.AddRange(answer.Decided.Contacts);
        Floor = round.Floor;
    }

    /// <summary>Now that it is on disk.</summary>
    public void Tell()
    {
        foreach (var (pending, answer) in Answers)
        {
            pending.Tell(answer);
        }
    }
}

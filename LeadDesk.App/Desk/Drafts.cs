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

        Lines.AddRange(Desk.Lines.Of(Floor, round, answer.Decided));
        Events.AddRange(round.Events);
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

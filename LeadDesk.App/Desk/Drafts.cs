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

    /// <summary>All of it or, when a line of it cannot be written down, nothing and an exception.</summary>
    public void Add(Pending pending, Answer answer, Round round)
    {
        if (!answer.IsDone || round.Events.Count == 0 || answer.Replayed)
        {
            Answers.Add((pending, answer));
            return;
        }

        var lines = Desk.Lines.Of(Floor, round, answer.Decided).Select(l => l.Checked()).ToList();
        Answers.Add((pending, answer));
        Lines.AddRange(lines);
        Events.AddRange(round.Events);
        Seen.AddRange(answer.Decided.Seen);
        Contacts.AddRange(answer.Decided.Contacts);
        Floor = round.Floor;
    }
}

using LeadDesk.App.Live;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Manager;

/// <summary>Who has a lead of the floor open: the whole sentence, the first names of those who are not its owner, and whether anybody writes.</summary>
public sealed record Beside(string Words, string? Others, bool Writes)
{
    public static Beside Of(IEnumerable<Looker> lookers, RepId? owner, Func<RepId, string> name, Phrases say)
    {
        ArgumentNullException.ThrowIfNull(lookers);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(say);
        var all = lookers.ToList();
        var words = string.Join(" · ", all.Select(l => say[l.Writing ? "Floor.Writes" : "Floor.Looks", name(l.Rep)]));
        var others = string.Join(", ", all.Where(l => l.Rep != owner).Select(l => name(l.Rep).Split(' ')[0]));
        return new(words, others.Length == 0 ? null : others, all.Exists(l => l.Writing));
    }
}

using System.Collections.Immutable;

namespace LeadDesk.Domain.Floor;

/// <summary>How somebody new grows into the turn, stage by stage, by days AND finished leads (M28). Start is the first day.</summary>
public sealed record Induction(DateOnly Start, ImmutableArray<InductionStage> Stages)
{
    /// <summary>What a new hire gets: three days of watching; a quarter with a coach to two weeks and 10 leads; a half to four weeks and 25; three quarters to six weeks and 40; then everything.</summary>
    public static Induction ForNewHire(DateOnly start) =>
        new(start, [InductionStage.Watching(3), new(250, 14, 10) { Kind = StageKind.Coached }, new(500, 28, 25), new(750, 42, 40)]);

    /// <summary>The stage in force; null once the induction is over.</summary>
    public InductionStage? At(DateOnly day, int finished)
    {
        foreach (var stage in Stages)
        {
            if (day < Start.AddDays(stage.Days) || finished < stage.Leads)
            {
                return stage;
            }
        }

        return null;
    }

    public bool Equals(Induction? other) => other is not null && Start == other.Start && Stages.SequenceEqual(other.Stages);

    public override int GetHashCode() => HashCode.Combine(Start, Stages.Length);
}

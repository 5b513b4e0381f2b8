using System.Collections.Immutable;

namespace LeadDesk.Domain.Floor;

/// <summary>Taken against expected in one lane, over all its versions, for reports only. By number: the person with number n stands at n - 1.</summary>
public sealed record LaneTally(ImmutableArray<Tally> ByNumber)
{
    public static LaneTally Empty { get; } = new(ImmutableArray<Tally>.Empty);

    public Tally Of(RepId rep) => rep.Number <= ByNumber.Length ? ByNumber[rep.Number - 1] : default;

    /// <summary>Each of these people expects so much more; less than nothing takes it back.</summary>
    public LaneTally Expect(ImmutableArray<RepId> people, long part) => Change(people, t => t with { Expected = t.Expected + part });

    public LaneTally Take(RepId rep, int leads) => Change([rep], t => t with { Taken = t.Taken + leads });

    private LaneTally Change(ImmutableArray<RepId> people, Func<Tally, Tally> change)
    {
        var tallies = ByNumber.ToBuilder();
        foreach (var rep in people)
        {
            while (tallies.Count < rep.Number)
            {
                tallies.Add(default);
            }

            tallies[rep.Number - 1] = change(tallies[rep.Number - 1]);
        }

        return new(tallies.DrainToImmutable());
    }
}

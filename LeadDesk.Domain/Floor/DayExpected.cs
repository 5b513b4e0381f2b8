using System.Collections.Immutable;

namespace LeadDesk.Domain.Floor;

/// <summary>
/// What each person could have expected of one day, in billionths of a lead: each lead given out adds 1/(people eligible) to all of them. It
/// stands beside the people, because every single lead changes it for everybody. By number: the person with number n stands at n - 1.
/// </summary>
public sealed record DayExpected(DateOnly Day, ImmutableArray<long> ByNumber)
{
    public const long Lead = 1_000_000_000;

    public static DayExpected None { get; } = new(default, []);

    public long Of(RepId rep, DateOnly day) => day == Day && rep.Number <= ByNumber.Length ? ByNumber[rep.Number - 1] : 0;

    /// <summary>Each of these people expects so much more of that day; less than nothing takes it back, while the day lasts.</summary>
    public DayExpected Expect(DateOnly day, ImmutableArray<RepId> people, long part)
    {
        if (day < Day || (part < 0 && day != Day))
        {
            return this;
        }

        var most = people.Max(p => p.Number);
        var parts = new long[Math.Max(most, day == Day ? ByNumber.Length : 0)];
        if (day == Day)
        {
            ByNumber.CopyTo(parts);
        }

        foreach (var rep in people)
        {
            parts[rep.Number - 1] += part;
        }

        return new(day, System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(parts));
    }
}

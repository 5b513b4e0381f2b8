using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Lab;

/// <summary>Leads of a replay in figures. LargestShare = the part (0 to 1) of those with an owner that went to Largest; Unserved = nobody had called by the end.</summary>
public sealed record Figures(int Leads, int Late, int LeftBehind, int WithManagers, int Passes, int Unserved, TimeSpan? MedianWait, TimeSpan? LongWait, double LargestShare, RepId? Largest)
{
    public static Figures Of(IEnumerable<ReplayedLead> leads)
    {
        ArgumentNullException.ThrowIfNull(leads);
        ImmutableArray<ReplayedLead> all = [.. leads];
        ImmutableArray<TimeSpan> waits = [.. all.Where(l => l.Wait is not null).Select(l => l.Wait!.Value).Order()];
        var most = all.Where(l => l.Owner is not null).CountBy(l => l.Owner!.Value).OrderByDescending(c => c.Value).FirstOrDefault();
        var owned = all.Count(l => l.Owner is not null);
        return new(
            all.Length,
            all.Count(l => l.Late),
            all.Count(l => l.LeftBehind),
            all.Count(l => l.WithManagers),
            all.Sum(l => l.Passes),
            all.Length - waits.Length,
            waits.IsEmpty ? null : waits[(waits.Length - 1) / 2],
            // The wait that 95 of 100 do not go beyond.
            waits.IsEmpty ? null : waits[Math.Min(waits.Length - 1, (int)Math.Ceiling(waits.Length * 0.95) - 1)],
            owned == 0 ? 0 : most.Value / (double)owned,
            owned == 0 ? null : most.Key);
    }
}

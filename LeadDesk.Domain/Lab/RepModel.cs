using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Lab;

/// <summary>
/// How people behave in the Lab, since no record says what they would have done with other leads. Delays are exponential around a mean,
/// chances are parts of a thousand. Every throw is keyed by seed, lead and person and never drawn from a stream, so that two sets of rules
/// meet the same luck.
/// </summary>
public sealed record RepModel
{
    /// <summary>From so many cases on, the record is believed and not the default.</summary>
    private const int Enough = 20;

    private static readonly TimeSpan LongestTalk = TimeSpan.FromHours(1);

    public int Seed { get; init; } = 1;

    public TimeSpan Reaction { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan Preparation { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan Talk { get; init; } = TimeSpan.FromMinutes(12);

    public TimeSpan Manager { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whoever counts as Away because of three missed offers says after this that they are there.</summary>
    public TimeSpan ComeBack { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>While they talk they say that they are with a customer, so that the desk asks somebody else.</summary>
    public bool SaysWithCustomer { get; init; } = true;

    public int PassThousandths { get; init; } = 50;

    public int ReachThousandths { get; init; } = 650;

    public int WinThousandths { get; init; } = 200;

    /// <summary>What a stretch of the log tells of its people: medians of how fast they accepted, called and finished, and how often they passed. The rest stays as it is.</summary>
    public RepModel Learn(IEnumerable<Stamped> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var since = new Dictionary<LeadId, DateTimeOffset>();
        var (reactions, preparations, talks) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        var (passed, answered, saidSo) = (0, 0, false);
        foreach (var (at, step) in events.Select(e => (e.At, e.Event)))
        {
            switch (step)
            {
                case LeadEvent.Offered e:
                    since[e.Lead] = at;
                    break;
                case LeadEvent.OfferEnded { Why: OfferEnd.Passed or OfferEnd.TimedOut }:
                    passed++;
                    answered++;
                    break;
                case LeadEvent.Taken e:
                    if (e.Way == TakeWay.Accepted)
                    {
                        Add(reactions, e.Lead, at);
                        answered++;
                    }

                    since[e.Lead] = at;
                    break;
                case LeadEvent.Attempted e:
                    Add(preparations, e.Lead, at);
                    since[e.Lead] = at;
                    break;
                case FloorEvent.PresenceSet { Presence: Presence.WithCustomer }:
                    saidSo = true;
                    break;
                case LeadEvent.Closed e:
                    Add(talks, e.Lead, at);
                    since.Remove(e.Lead);
                    break;
            }
        }

        return this with
        {
            Reaction = Mean(reactions) ?? Reaction,
            Preparation = Mean(preparations) ?? Preparation,
            Talk = Mean(talks) is { } talk && talk < LongestTalk ? talk : Talk,
            SaysWithCustomer = talks.Count >= Enough ? saidSo : SaysWithCustomer,
            PassThousandths = answered >= Enough ? 1000 * passed / answered : PassThousandths,
        };

        void Add(List<TimeSpan> to, LeadId lead, DateTimeOffset at)
        {
            if (since.TryGetValue(lead, out var from))
            {
                to.Add(at - from);
            }
        }
    }

    /// <summary>A delay of this mean for this lead and person.</summary>
    public TimeSpan Delay(Luck what, TimeSpan mean, LeadId lead, RepId rep) => mean * -Math.Log(Roll(what, lead, rep));

    /// <summary>Whether something of this many thousandths happens.</summary>
    public bool Happens(Luck what, int thousandths, LeadId lead, RepId rep) => Roll(what, lead, rep) * 1000 <= thousandths;

    /// <summary>A number above 0 and up to 1, the same for ever for the same seed, question, lead and person.</summary>
    private double Roll(Luck what, LeadId lead, RepId rep)
    {
        Span<byte> id = stackalloc byte[16];
        lead.Value.TryWriteBytes(id);
        var mixed = Mix((ulong)Seed);
        mixed = Mix(mixed ^ BitConverter.ToUInt64(id));
        mixed = Mix(mixed ^ BitConverter.ToUInt64(id[8..]));
        mixed = Mix(mixed ^ ((ulong)what << 32) ^ (uint)rep.Number);
        return ((mixed >> 11) + 1) / (double)(1UL << 53);
    }

    // The finisher of SplitMix64 (Steele, Lea & Flood 2014).
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>The mean of an exponential with the median of these; null where they are too few.</summary>
    private static TimeSpan? Mean(List<TimeSpan> times)
    {
        if (times.Count < Enough)
        {
            return null;
        }

        times.Sort();
        return times[times.Count / 2] / Math.Log(2);
    }
}

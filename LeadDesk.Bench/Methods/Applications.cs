using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Lab;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;

namespace LeadDesk.Bench.Methods;

/// <summary>
/// A bank's real loan applications of the last quarter of 2011 as a history for the Lab: when each came and how much was asked for are the
/// record's; the team is made up, six people in an early and a late shift, because the record does not tell who was there.
/// </summary>
internal static class Applications
{
    public const string Path = "data/derived/bpic2012_applications_2011Q4.csv";

    private const string Zone = "Europe/Amsterdam";
    private const int Team = 6;
    private static readonly string[] Products = ["small", "medium", "large"];
    private static readonly string[] Opening = ["mon-sat 08:00-22:00", "sun 10:00-18:00"];
    private static readonly string[] Early = ["mon-sat 08:00-15:00", "sun 10:00-14:00"];
    private static readonly string[] Late = ["mon-sat 15:00-22:00", "sun 14:00-18:00"];

    /// <summary>They talk for twenty minutes about a loan, on average.</summary>
    public static RepModel People { get; } = new() { Seed = 2012, Talk = TimeSpan.FromMinutes(20) };

    /// <summary>One lane of this method for everything; what it cannot place goes to turns by fair share, and then to the managers.</summary>
    public static FloorPlan Rules(Method method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new()
        {
            TimeZone = Zone,
            Locations = [new Location("bank", "Bank", Hours(Opening), null)],
            Sources = [new Source("web", "Web", "api")],
            Lanes = [Lane(method.Name, "lane"), Lane("fairTurn", "rest")],
        };
    }

    /// <summary>The first so many applications, in the order in which they came.</summary>
    public static History Read(string file, int most)
    {
        var rows = File.ReadLines(file).Skip(1).Select(l => l.Split(','))
            .Select(c => (Case: int.Parse(c[0], CultureInfo.InvariantCulture), Amount: int.Parse(c[1], CultureInfo.InvariantCulture), At: DateTimeOffset.Parse(c[2], CultureInfo.InvariantCulture).ToUniversalTime()))
            .OrderBy(a => a.At).Take(most).ToList();
        var seq = 0L;
        ImmutableArray<Stamped> before = [.. Enumerable.Range(1, Team).Select(n => At(rows[0].At, Joins(n)))];
        var during = rows.Select(a => (a.At, Step: (FloorEvent)new LeadEvent.Received(
                new LeadId(new Guid(a.Case, 0, 0, new byte[8])),
                "web",
                new Facts { Product = Products[Band(a.Amount)], Value = a.Amount, Score = Math.Min(100, a.Amount / 500), RequestKind = RequestKind.Credit },
                a.At,
                LeadState.Waiting,
                null,
                // One in five is known to somebody here.
                a.Case % 5 == 0 ? new RepId((a.Case / 5 % Team) + 1) : null)))
            .Concat(Presences(rows[0].At, rows[^1].At + Replay.Patience))
            .OrderBy(e => e.At);
        return new(before, [.. during.Select(e => At(e.At, e.Step))]);

        Stamped At(DateTimeOffset at, FloorEvent step) => new(++seq, at, Actor.Desk, step, null, null);
    }

    /// <summary>Everybody says that they are there when their shift begins; its end the desk sees by itself.</summary>
    private static IEnumerable<(DateTimeOffset At, FloorEvent Step)> Presences(DateTimeOffset from, DateTimeOffset to)
    {
        for (var n = 1; n <= Team; n++)
        {
            var shift = ShiftOf(n);
            for (var at = shift.OpensAt(from); at is { } begins && begins < to; at = shift.NextChange(begins) is { } ends ? shift.NextChange(ends) : null)
            {
                yield return (begins, new FloorEvent.PresenceSet(new RepId(n), Presence.Available, PresenceCause.Self));
            }
        }
    }

    private static FloorEvent.PersonSet Joins(int n) => new(
        new RepId(n),
        new Guid(n, 1, 0, new byte[8]),
        new RepTerms
        {
            Shift = ShiftOf(n),
            WipLimit = 4,
            Seniority = (n % 3) + 1,
            Skills = Sorted.None<int>().Add(Products[n % 3], 2).Add(Products[(n + 1) % 3], 1),
        },
        Sorted.None<OptIn>());

    private static Lane Lane(string method, string key) => new()
    {
        Key = key,
        Name = key,
        Method = method,
        Location = "bank",
        OfferSeconds = 60,
        FirstAttemptMinutes = 15,
        OwnerMinutes = 60,
    };

    private static int Band(int amount) => amount < 7_500 ? 0 : amount < 20_000 ? 1 : 2;

    private static OpeningHours ShiftOf(int n) => Hours(n % 2 == 0 ? Early : Late);

    private static OpeningHours Hours(string[] week) => OpeningHours.Weekly(
        Zone,
        HoursText.Parse(week.Select(line => line.Split(' ')).Select(w => KeyValuePair.Create<string, IReadOnlyList<string>>(w[0], w[1..]))).Week,
        []);
}

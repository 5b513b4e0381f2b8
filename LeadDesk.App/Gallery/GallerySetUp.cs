using System.Collections.Immutable;
using LeadDesk.App.Admin;
using LeadDesk.App.Fairness;
using LeadDesk.App.Rules;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Fairness;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Gallery;

/// <summary>Made-up people, rules and figures in named states, beside <see cref="GalleryViews"/>.</summary>
public sealed class GallerySetUp(DateTimeOffset now)
{
    private static readonly OpeningHours Week = OpeningHours.Weekly("Europe/Berlin", new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }.ToImmutableDictionary(d => d, _ => ImmutableArray.Create(new TimeRange(TimeSpan.FromHours(9), TimeSpan.FromHours(17)))), []);

    private static readonly Lane Rings = new() { Key = "rings", Name = "Rings over 3,000", Method = "sharkTank", Version = 3, When = new() { Product = ["ring"], ValueAtLeast = 3000 }, Rings = [new Ring { Skill = "ring", Level = 2, ForSeconds = 60 }, new Ring { ForSeconds = 120 }] };
    private static readonly Lane Turn = new() { Key = "all", Name = "Everything else", Method = "fairTurn", Version = 2, Fallback = Fallback.Managers };

    public IReadOnlyList<PeopleLine> People(string state)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var me = new PeopleLine(Id(1), "Camron Wunsch", "camron@example.com", Role.Manager, true, Presence.Off, 0, 5, false) { Teams = "Sales", WeightThousandths = 1000, RampThousandths = 1000 };
        return state == "alone" ? [me] :
        [
            me,
            new(Id(2), "Kim Lund", "kim@example.com", Role.Rep, true, Presence.Available, 4, 6, true) { Teams = "Sales, Ring specialists", Skills = "ring 3, watch 1", Areas = "981, en, de", WeightThousandths = 1500, RampThousandths = 1000, Shift = Week, Coming = new Leave(day.AddDays(20), day.AddDays(27)) },
            new(Id(3), "Dana Wu", "dana@example.com", Role.Rep, true, Presence.Off, 2, 6, true) { Teams = "Sales", Areas = "Bellevue", WeightThousandths = 1000, RampThousandths = 1000, OnLeave = new Leave(day.AddDays(-2), day.AddDays(5)) },
            new(Id(4), "Rina Patel", "rina@example.com", Role.Store, true, Presence.WithCustomer, 1, 2, true) { Teams = "Green Lake", Skills = "ring 1", WeightThousandths = 1000, RampThousandths = 250, OptedOut = 1 },
            new(Id(5), "Leo Berg", "leo@example.com", Role.Rep, false, Presence.Off, 0, 5, true) { WeightThousandths = 1000, RampThousandths = 1000 },
        ];
    }

    public RulesView Rules(string state)
    {
        var plan = new FloorPlan { Lanes = state == "empty" ? [] : [Rings, Turn], Sources = [new Source("web", "Website form", "form")] };
        return new(plan, state == "empty" ? 0 : 4, now.AddDays(-3), ImmutableDictionary<string, int?>.Empty.Add("rings", 47).Add("all", 259), state == "empty" ? [] : [new VersionLine(4, now.AddDays(-3), "Camron Wunsch", "Rings need a specialist", ["Rings over 3,000 moves from place 2 to place 1."]), new VersionLine(3, now.AddDays(-9), "Royce Sauer", null, ["The first rules."])], [])
        {
            MayPublish = state != "reader",
            Me = new RepId(1),
            Proposals = state is "proposed" or "reader"
                ? [new ProposalLine(new Proposal(Id(9), new RepId(state == "reader" ? 1 : 2), now.AddHours(-2), 9), "Kim Lund", "Nobody waits for a whole minute on Saturdays", 3, [Turn, Rings], ["Everything else moves from place 2 to place 1."])]
                : [],
        };
    }

    public WatchView Watch(string state)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        WatchPerson At(int id, string name, int count, int of) => new(Id(id), name, false, new WatchRow(new RepId(id), count, of, 31, 90, count * 10 < of));
        return new(day.AddDays(-6), day, 7, true, [.. Enum.GetValues<WatchKind>().Select(k => state == "empty" ? new WatchCard(k, 0, 0, []) : new WatchCard(k, 34, 133, [At(2, "Kim Lund", 3, 43), At(3, "Dana Wu", 14, 44), At(4, "Rina Patel", 17, 46)]))], [],
            state == "empty" ? [] : [new WatchGiven(Id(1), "Camron Wunsch", Id(2), "Kim Lund", 6, 1), new WatchGiven(Id(1), "Camron Wunsch", Id(3), "Dana Wu", 2, 0)])
        {
            Names = new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }

    private static Guid Id(int number) => new(number, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8);
}

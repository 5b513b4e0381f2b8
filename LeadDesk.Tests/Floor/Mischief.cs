using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Clocks;
using LeadDesk.Tests.Make;

namespace LeadDesk.Tests.Floor;

/// <summary>People, leads and time at random: every verb, in and out of turn, over lanes of every method.</summary>
internal sealed class Mischief
{
    private static readonly ImmutableArray<string> Nights = ["2026-03-06 17:00Z", "2026-10-23 12:00Z", "2026-10-30 17:00Z", "2028-02-28 18:00Z"];

    private readonly World world;
    private readonly Random random;
    private readonly List<LeadId> leads = [];
    private readonly List<(RepId By, Guid Action)> actions = [];
    private readonly ImmutableArray<RepId> people;
    private int version = 1;

    public Mischief(int seed)
    {
        world = new World(seed, Nights[seed % Nights.Length]);
        random = world.Random;
        world.Publish(NewPlan());
        people = [.. Enumerable.Range(0, 9).Select(i => world.Join(Terms(i), (Presence)random.Next(5)))];
    }

    public World World => world;

    public void Step()
    {
        switch (random.Next(100))
        {
            case < 22:
                Send();
                break;
            case < 34:
                Wait();
                break;
            case < 44:
                Answer();
                break;
            case < 50:
                world.Pull(SomebodyFree(), out _, random.Next(4) > 0 ? null : Catalogue.All[random.Next(Catalogue.All.Length)].Name);
                break;
            case < 58:
                var open = LeadWhere(l => !l.Alerted.IsEmpty || l is { State: LeadState.Waiting, Stay.OnBoard: true });
                world.Claim(SomebodyFree(), open);
                if (world.Floor.Find(open)?.Finish is { IsOpen: true })
                {
                    // Where one presses, others do.
                    world.Now = world.Now.AddMilliseconds(random.Next(300));
                    world.Claim(SomebodyFree(), open);
                }

                break;
            case < 63:
                world.Release(OwnerOr(LeadWhere(l => l.Owner is not null), out var lost), lost);
                break;
            case < 77:
                Work();
                break;
            case < 80:
                Manage();
                break;
            case < 84:
                if (actions.Count > 0)
                {
                    var (by, action) = actions[^Math.Min(actions.Count, random.Next(1, 4))];
                    world.Undo(random.Next(5) == 0 ? Somebody() : by, action);
                }

                break;
            case < 93:
                var who = Somebody();
                world.Set(who, (Presence)(random.Next(4) > 0 ? 1 : random.Next(5)), Action(who));
                break;
            case < 97:
                var chooser = Somebody();
                world.OptIn(chooser, SomeLane(), random.Next(4) > 0, random.Next(2) == 0 ? null : random.Next(1, 4), Action(chooser), random.Next(4) > 0 ? null : new QuietHours(random.Next(720), 720 + random.Next(720)));
                break;
            case < 98:
                world.Publish(NewPlan());
                break;
            case < 99 when random.Next(3) == 0:
                if (random.Next(3) == 0 && world.Floor.Pauses is [var first, ..])
                {
                    world.Resume(people[^1], first.Scope);
                }
                else
                {
                    world.Pause(people[^1], SomeScope(), random.Next(1, 90));
                }

                break;
            default:
                world.Agree(Somebody(), t => t with { WipLimit = random.Next(1, 7), Active = random.Next(8) > 0, Shift = random.Next(3) > 0 ? null : t.Shift, Coach = random.Next(3) == 0 ? Somebody() : null, Induction = random.Next(5) == 0 ? new Induction(world.Today.Day, [random.Next(2) == 0 ? InductionStage.Watching(1) : new(500, 2, 2) { Kind = StageKind.Coached }]) : null });
                break;
        }
    }

    /// <summary>Whatever never happened in any of these worlds, of all that can happen to a lead.</summary>
    public static IEnumerable<string> NeverIn(IReadOnlyCollection<World> worlds) =>
        typeof(LeadEvent).GetNestedTypes().Append(typeof(FloorEvent.PersonUndone)).Append(typeof(FloorEvent.IntakePaused)).Append(typeof(FloorEvent.IntakeResumed)).Except(worlds.SelectMany(w => w.Events).Select(e => e.Event.GetType())).Select(t => t.Name)
            .Concat(Enum.GetNames<TakeWay>().Except(worlds.SelectMany(w => w.Happened<LeadEvent.Taken>()).Select(t => $"{t.Way}")))
            .Concat(Enum.GetNames<LossWay>().Except(worlds.SelectMany(w => w.Happened<LeadEvent.Lost>()).Select(t => $"{t.Way}")));

    private void Send()
    {
        if (world.Floor.Leads.Values.Count(l => !l.IsClosed) > 60)
        {
            return;
        }

        if (random.Next(12) == 0)
        {
            var (host, guest) = (Somebody(), new LeadId(world.NewGuid()));
            leads.Add(guest);
            world.As(host, r =>
            {
                LeadLife.WalkIn(r, host, guest, new Facts { Product = SomeLane() });
                return guest;
            });
            return;
        }

        var ago = random.Next(4) == 0 ? TimeSpan.FromMinutes(random.Next(14 * 24 * 60)) : TimeSpan.Zero;
        leads.Add(world.Send(
            new Facts
            {
                Product = SomeLane(),
                Score = random.Next(3) == 0 ? null : random.Next(-2, 100),
                Region = random.Next(3) == 0 ? "north" : null,
                Postcode = random.Next(2) == 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"98{random.Next(100):00}") : null,
                Country = random.Next(2) == 0 ? "JP" : null,
                Language = random.Next(2) == 0 ? "es" : null,
                Industry = random.Next(3) == 0 ? "ring" : null,
                CompanySize = random.Next(3) == 0 ? null : random.Next(300),
            },
            ago,
            random.Next(2) == 0 ? Somebody() : null));
        if (leads.Count > 70)
        {
            leads.RemoveAt(0);
        }
    }

    private void Wait()
    {
        var seconds = random.Next(20) switch
        {
            < 12 => random.Next(0, 60),
            < 17 => random.Next(60, 900),
            < 19 => random.Next(900, 4 * 3600),
            _ => random.Next(4 * 3600, 30 * 3600),
        };
        world.Pass(seconds + (random.Next(1000) / 1000.0));
    }

    private void Answer()
    {
        var offered = world.Floor.People.Where(p => p.Offer is not null).ToList();
        var (rep, lead) = offered.Count > 0 && random.Next(6) > 0 ? (offered[random.Next(offered.Count)] is var p ? p.Number : default, default(LeadId)) : (Somebody(), SomeLead());
        lead = lead == default ? world.Of(rep).Offer!.Value : lead;
        _ = random.Next(5) switch
        {
            < 2 => world.Accept(rep, lead),
            < 4 => world.PassOn(rep, lead),
            _ => world.MoreTime(rep, lead),
        };
    }

    private Refusal? Hand(RepId owner, LeadId lead)
    {
        var (to, action) = (Somebody(), Action(owner));
        return world.As(owner, r => LeadLife.HandOver(r, owner, lead, to, action));
    }

    private void Work()
    {
        var owner = OwnerOr(LeadWhere(l => l.Owner is not null), out var lead);
        DateTimeOffset? later = random.Next(2) == 0 ? null : world.Now.AddMinutes(random.Next(-5, 60));
        _ = random.Next(18) switch
        {
            13 when random.Next(4) == 0 => world.As(owner, r => LeadLife.Stop(r, owner, lead)),
            13 => world.As(owner, r => LeadLife.Nurture(r, owner, lead, world.Now.AddMinutes(random.Next(1, 900)), random.Next(3) == 0, Action(owner))),
            10 or 11 or 14 or 15 => Warm(),
            12 or 16 or 17 => OnTheLine(),
            9 => Hand(owner, lead),
            < 2 => world.Attempt(owner, lead, later, Action(owner), (AttemptResult)random.Next(6)),
            < 5 => world.Close(owner, lead, (Domain.Leads.Outcome)random.Next(6), Action(owner)),
            < 7 => world.Park(owner, lead, world.Now.AddMinutes(random.Next(0, 40)), Action(owner)),
            7 => world.As(owner, r => LeadLife.Relabel(r, owner, lead, new Facts { Product = SomeLane() }, random.Next(2) == 0 ? "moved" : null, Action(owner))),
            _ => world.As(owner, r => LeadLife.Note(r, owner, lead, Action(owner))),
        };
    }

    private Refusal? Warm()
    {
        if (random.Next(3) == 0 && LeadWhere(l => l.WarmedBy is not null) is var over && world.Floor.Find(over) is { WarmedBy: not null, Owner: { } senior })
        {
            return world.Release(senior, over);
        }

        var warm = LeadWhere(l => l.Owner is not null && world.Floor.Plan.Find(l.Stay?.Lane) is { Method.WarmsUp: true });
        var owner = OwnerOr(warm, out var lead);
        if (random.Next(3) > 0 || world.Floor.Find(lead) is not { } known || world.Floor.Plan.Find(known.Stay?.Lane) is not { Method.WarmsUp: true } lane)
        {
            var refusal = world.As(owner, r => LeadLife.Transfer(r, owner, lead));
            return refusal is null && random.Next(3) > 0 ? OnTheLine() : refusal;
        }

        var slots = WarmUp.Slots(world.Floor, lane, known, world.Now, 5);
        var (at, to) = slots.IsEmpty || random.Next(6) == 0 ? (world.Now.AddMinutes(random.Next(90)), Somebody()) : slots[random.Next(slots.Length)];
        return world.As(owner, r => LeadLife.Book(r, owner, lead, to, at));
    }

    private Refusal? OnTheLine()
    {
        if (world.Floor.Transfers is not [var lead, ..])
        {
            return null;
        }

        var rings = world.Of(lead).Transfer!.To;
        var rep = random.Next(6) == 0 || rings.IsEmpty ? Somebody() : rings[random.Next(rings.Length)];
        return random.Next(7) switch
        {
            0 => world.As(world.Of(lead).Owner!.Value, r => LeadLife.CallOff(r, world.Of(lead).Owner!.Value, lead)),
            < 3 => world.Claim(rep, lead) is { } no ? no : random.Next(3) > 0 ? world.Release(rep, lead) : null,
            _ => world.PassOn(rep, lead),
        };
    }

    private void Manage()
    {
        var manager = people[^1];
        var lead = random.Next(2) == 0 ? LeadWhere(l => l.WithManagersSince is not null) : SomeLead();
        if (random.Next(3) == 0)
        {
            world.Extend(manager, LeadWhere(l => l.OwnedUntil is not null));
            world.Credit(manager, LeadWhere(l => l.CreditBack is not null), random.Next(2) == 0);
        }

        if (random.Next(3) > 0)
        {
            world.Return(manager, LeadWhere(l => l.Owner is not null), Action(manager));
        }
        else
        {
            world.Assign(manager, lead, Somebody(), random.Next(2) == 0, Action(manager));
        }
    }

    private Guid Action(RepId by)
    {
        var action = world.NewGuid();
        actions.Add((by, action));
        return action;
    }

    private RepId Somebody() => people[random.Next(people.Length)];

    /// <summary>Somebody with room who is there, if there is one, and now and then anybody.</summary>
    private RepId SomebodyFree()
    {
        var free = world.Floor.People.Where(p => p.Presence == Presence.Available && p.PlacesUsed < p.Terms.Places && p.Terms is { Active: true, Role: Role.Rep }).ToList();
        return free.Count > 0 && random.Next(6) > 0 ? free[random.Next(free.Count)].Number : Somebody();
    }

    private LeadId SomeLead() => leads.Count == 0 ? new LeadId(world.NewGuid()) : leads[random.Next(leads.Count)];

    /// <summary>A lead of this kind if there is one, and now and then any.</summary>
    private LeadId LeadWhere(Func<Lead, bool> kind)
    {
        var some = leads.Where(l => world.Floor.Find(l) is { } lead && kind(lead)).ToList();
        return some.Count > 0 && random.Next(8) > 0 ? some[random.Next(some.Count)] : SomeLead();
    }

    private PauseScope SomeScope() => random.Next(5) switch
    {
        0 => PauseScope.All,
        1 => new(PauseKind.Source, "web"),
        2 => new(PauseKind.Person, Rep: Somebody()),
        _ => new(PauseKind.Lane, SomeLane()),
    };

    private string SomeLane() => Catalogue.All[random.Next(Catalogue.All.Length)].Name;

    private RepId OwnerOr(LeadId wanted, out LeadId lead)
    {
        lead = wanted;
        return world.Floor.Find(lead)?.Owner is { } owner && random.Next(10) > 0 ? owner : Somebody();
    }

    private RepTerms Terms(int place) => new()
    {
        Role = place == 8 ? Role.Manager : Role.Rep,
        TakesLeads = place == 8,
        WipLimit = random.Next(1, 7),
        WeightThousandths = random.Next(100, 5001),
        RampThousandths = random.Next(3) == 0 ? 250 : 1000,
        Skills = random.Next(2) == 0 ? Sorted.None<int>().Add("ring", random.Next(1, 4)) : Sorted.None<int>(),
        Seniority = random.Next(4),
        LongerOffers = place % 3 == 0,
        Languages = random.Next(3) == 0 ? ["es"] : [],
        Regions = random.Next(4) switch { 0 => ["98"], 1 => ["981", "north"], 2 => ["jp"], _ => [] },
        Teams = random.Next(2) == 0 ? ["north"] : [],
        Shift = random.Next(3) == 0 ? Calendars.Hours("America/Los_Angeles", "mon-sun 08:00-17:00") : null,
        Caps = random.Next(3) == 0 ? new Caps(random.Next(3, 9), null, 40) : Caps.None,
    };

    /// <summary>Some of a method's settings, within what they allow.</summary>
    private ImmutableSortedDictionary<string, string> SomeSettings(Method method)
    {
        var settings = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var knob in method.Knobs.Where(_ => random.Next(2) == 0))
        {
            settings[knob.Name] = knob switch
            {
                WholeKnob k => random.Next(k.From, k.To + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
                YesNoKnob => random.Next(2) == 0 ? "true" : "false",
                ChoiceKnob k => k.Choices[random.Next(k.Choices.Length)],
                MapKnob => $"{SomeLane()}\tring",
                TableKnob k => string.Join('\n', (k.Keys.IsEmpty ? ["20", "90"] : k.Keys).Select(t => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{t}\t{random.Next(k.From, Math.Min(k.To, 4) + 1)}"))),
                CoverKnob when world.Floor.People.Length > 1 => $"{world.Floor.People[0].Id:D}\t{world.Floor.People[1].Id:D}",
                PeopleKnob => string.Join('\n', world.Floor.People.OrderBy(_ => random.Next()).Take(random.Next(5)).Select(p => p.Id.ToString("D"))),
                _ => "",
            };
        }

        return settings.ToImmutable();
    }

    /// <summary>A lane a method, each for the product of its name, in changing order, hours, rings and fallbacks; now and then one is missing.</summary>
    private FloorPlan NewPlan()
    {
        version++;
        var lanes = Catalogue.All.Where(_ => version == 2 || random.Next(15) > 0).OrderBy(_ => random.Next()).ToList();
        return new FloorPlan
        {
            TimeZone = "Europe/Berlin",
            Clocks = new ClockRules { Reclaim = random.Next(3) > 0 },
            Locations =
            [
                new Location("shop", "Shop", Calendars.Hours("America/Los_Angeles", "mon-fri 10:00-19:00; sat 10:00-18:00; sun 12:00-17:00", "2026-11-03"), null),
                new Location("late", "Late", Calendars.Hours("Europe/Berlin", "mon-fri 00:00-04:00 07:00-24:00; sat-sun 00:00-02:30"), null),
            ],
            Lanes = [.. lanes.Select((m, i) => Lanes.Of(random.Next(12) == 0 ? SomeLane() : m.Name, m.Name) with
            {
                Version = version,
                Settings = m.Name == "blend" ? Steps(lanes) : SomeSettings(m),
                When = random.Next(m.Name == "secondChance" ? 2 : 6) == 0 ? LaneFilter.Everything : Lanes.Product(m.Name),
                Order = (LeadOrder)random.Next(5),
                Location = random.Next(4) switch { 0 => "shop", 1 => "late", _ => null },
                Fallback = random.Next(4) switch { 0 => Fallback.Managers, 1 => new Fallback(lanes[random.Next(lanes.Count)].Name), _ => Fallback.Next },
                Rings = random.Next(4) == 0 ? [new Ring { Skill = "ring", Level = 2, ForSeconds = 40 }, new Ring { ForSeconds = 90 }] : [],
                NoRepeat = random.Next(4) == 0 ? random.Next(0, 3) : null,
                WipLimit = random.Next(4) == 0 ? random.Next(1, 3) : null,
                CoolDownSeconds = random.Next(3) == 0 ? 600 : 0,
                AllowWithCustomer = random.Next(4) == 0,
                StopTheLine = random.Next(3) == 0 ? true : null,
                FreeReleasesPerDay = random.Next(0, 3),
                OwnershipDays = m.Name == "incomingCallGroup" ? 1 : random.Next(1, 4),
                FirstAttemptMinutes = random.Next(1, 20),
                AlertMinMs = random.Next(3) == 0 ? 250 : 0,
                PhotoFinishMs = random.Next(2) == 0 ? random.Next(1, 2001) : 0,
            })],
        };
    }

    private ImmutableSortedDictionary<string, string> Steps(List<Method> lanes) => Sorted.None<string>()
        .Add("stages", string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ => lanes[random.Next(lanes.Count)].Name)));
}

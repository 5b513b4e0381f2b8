using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Tests.Desk;

/// <summary>A seeded random day at a real desk: leads come, people do whatever they may or may not, lanes are edited, time passes.</summary>
internal sealed class RandomDay(House house, int seed)
{
    /// <summary>What customers and people type; it must never be in the log.</summary>
    public const string Canary = "canary";

    private static readonly string[] Products = ["turn", "tank", "blind", "cherry", "lean", "push", "known", "desk", "other", "finish", "calls", "warm"];
    private readonly Random random = new(seed);
    private readonly List<LeadId> leads = [];
    private readonly List<(Guid Action, RepId By)> actions = [];
    private int external;

    /// <summary>Some of it at once, so that commands share batches.</summary>
    public async Task LiveAsync(int steps)
    {
        for (var done = 0; done < steps;)
        {
            var commands = Enumerable.Range(0, random.Next(1, 7)).Select(_ => Next()).ToList();
            done += commands.Count;
            foreach (var answer in await AnswersAsync(commands))
            {
                if (answer.Broke || answer.Unavailable is not null)
                {
                    throw new InvalidOperationException($"seed {seed}: {answer.Unavailable?.Words ?? "a command broke"}");
                }

                if (answer is { IsDone: true, Decided: { Status: 202, Lead: { } lead } })
                {
                    leads.Add(lead);
                }
            }

            house.Clock.Advance(random.Next(40) switch
            {
                0 => TimeSpan.FromHours(7),
                < 3 => TimeSpan.FromMinutes(random.Next(1, 20)),
                < 12 => TimeSpan.FromSeconds(random.Next(5, 70)),
                _ => TimeSpan.FromMilliseconds(random.Next(0, 3000)),
            });
            if (random.Next(3) == 0)
            {
                await house.TickAsync(safety: random.Next(4) == 0);
            }
        }
    }

    /// <summary>A claim in a photo finish is answered only when time has passed.</summary>
    private async Task<IReadOnlyList<Answer>> AnswersAsync(List<Command> commands)
    {
        var answers = Task.WhenAll(commands.Select(c => house.Loop.SendAsync(c)));
        while (!answers.IsCompleted)
        {
            // Awaited to its end: a tick that goes on after the day would write behind the back of whoever looks at it.
            await house.TickAsync();
            if (answers.IsCompleted)
            {
                break;
            }

            house.Clock.Advance(TimeSpan.FromMilliseconds(50));
            if (random.Next(12) == 0)
            {
                await house.AvailableAsync(new RepId(random.Next(1, house.Floor.People.Length + 1)), Presence.Break);
            }
        }

        return await answers;
    }

    private Command Next() => Command() with { Retry = random.Next(3) == 0 ? new RetryKey($"key{random.Next(60)}", "body") : null };

    private Command Command()
    {
        var rep = new RepId(random.Next(1, house.Floor.People.Length + 1));
        var actor = Actor.Person(rep, random.Next(2) == 0 ? "api" : "page");
        var lead = Lead(rep);
        var owner = house.Floor.Find(lead)?.Owner is { } by && random.Next(5) > 0 ? Actor.Person(by, "page") : actor;
        var manager = Actor.Person(new RepId(6), "page");
        var action = Guid.NewGuid();
        return random.Next(37) switch
        {
            < 6 => House.Receiving($"{Products[random.Next(Products.Length)]}", $"{Canary}{random.Next(40)}@example.com", random.Next(4) == 0 ? "mail" : "web", random.Next(4) == 0 ? $"ext-{random.Next(2) + external++}" : null),
            6 => new Pull(actor, random.Next(2) == 0 ? "blind" : null),
            7 or 8 => new Claim(actor, lead),
            9 or 10 => Offered(actor, (a, l) => new Accept(a, l), lead),
            11 => Offered(actor, (a, l) => new Pass(a, l, random.Next(2) == 0 ? Canary : null), lead),
            12 => Offered(actor, (a, l) => new MoreTime(a, l), lead),
            13 => new Release(owner, lead, Canary),
            14 or 15 => Known(action, owner, new LogAttempt(owner, lead, Any<Channel>(), Any<AttemptResult>(), Canary, random.Next(2) == 0 ? house.Floor.At.AddMinutes(random.Next(1, 90)) : null, action)),
            16 or 17 => Known(action, owner, new SetOutcome(owner, lead, Any<Outcome>(), random.Next(2) == 0 ? 1250.5m : null, Canary, action) { NextAt = random.Next(3) > 0 ? house.Floor.At.AddSeconds(random.Next(1, 10)) : null, Pooled = random.Next(3) == 0 }),
            18 => Known(action, owner, new Park(owner, lead, house.Floor.At.AddMinutes(random.Next(1, 60)), action)),
            19 => Known(action, owner, new AddNote(owner, lead, Canary, action)),
            20 => Known(action, manager, new AssignLead(manager, lead, rep, Canary, random.Next(2) == 0, null, action)),
            21 => Known(action, manager, new ReturnLead(manager, lead, Canary, action)),
            22 => Known(action, actor, new SetOptIn(actor, Products[random.Next(3)], new OptIn(random.Next(4) > 0, random.Next(3) == 0 ? 3 : null), action)),
            25 when random.Next(3) == 0 => Known(action, actor, new GoingHome(actor, random.Next(2) == 0 ? rep : null, Canary, action)),
            < 26 => Known(action, actor, new SetPresence(actor, rep, random.Next(3) == 0 ? Any<Presence>() : Presence.Available, action)),
            26 or 27 when actions.Count > 0 && actions[^random.Next(1, Math.Min(4, actions.Count + 1))] is var past => new Undo(Actor.Person(past.By, "page"), past.Action),
            28 => random.Next(5) switch
            {
                0 => new SwitchPerson(actor, random.Next(2) == 0 ? new RepId(1) : null, action),
                1 => new ApproveDevice(manager, action, random.Next(2) == 0),
                _ => new Connect(actor, random.Next(2) == 0),
            },
            29 or 30 => Known(action, owner, new Relabel(owner, lead, new Label(Products[random.Next(Products.Length)], Canary, null, null, null, random.Next(5000), null), action)),
            33 => random.Next(3) > 0
                ? new PauseIntake(manager, Scope(rep), house.Floor.At.AddMinutes(random.Next(1, 40)), Canary)
                : new ResumeIntake(manager, house.Floor.Pauses is [var pause, ..] ? pause.Scope : PauseScope.All),
            32 when random.Next(3) == 0 => new ExtendOwnership(manager, lead, Canary),
            32 => new DecideCredit(manager, house.Floor.CreditsAsked.IsEmpty ? lead : house.Floor.CreditsAsked[0].What, random.Next(2) == 0, Canary),
            36 => random.Next(3) == 0 ? new StopLead(owner, lead, Canary) : OnTheLine(),
            34 => OnTheLine(),
            35 => WarmedUp((a, l) => new BookCall(a, l, rep, house.Floor.At.AddHours(random.Next(1, 30)), Canary)),
            31 => new WalkIn(actor, new LeadId(Guid.NewGuid()), new Facts { Product = Canary }, LeadPerson.Erased),
            _ when random.Next(12) == 0 => new Publish(Actor.Desk with { Via = "file" }, Edited(), [new FloorEvent.PersonSet(rep, house.Floor.Person(rep).Id, house.Floor.Person(rep).Terms with { WipLimit = random.Next(2, 6) }, house.Floor.Person(rep).OptIns)]),
            _ => new Tick(house.Floor.At, Safety: true, random.Next(5) == 0 ? [rep] : []),
        };
    }

    private Command OnTheLine() =>
        house.Floor.Transfers is not [var rung, ..] || house.Floor.Leads[rung] is not { Owner: { } owner, Transfer: { } rings } ? WarmedUp((a, l) => new HandOverLive(a, l, Canary))
        : random.Next(4) == 0 || rings.To is not [var senior, ..] ? new CallOffTransfer(Actor.Person(owner, "page"), rung)
        : random.Next(2) == 0 ? new Claim(Actor.Person(senior, "page"), rung)
        : new Pass(Actor.Person(senior, "page"), rung, Canary);

    private Command WarmedUp(Func<Actor, LeadId, Command> make) =>
        house.Floor.Leads.Values.FirstOrDefault(l => l is { IsClosed: false, Owner: not null, Stay.Lane: "warm" }) is { } lead
            ? make(Actor.Person(lead.Owner!.Value, "page"), lead.Id)
            : House.Receiving("warm", $"{Canary}{random.Next(40)}@example.com", "web", null);

    private PauseScope Scope(RepId rep) => random.Next(4) switch
    {
        0 => PauseScope.All,
        1 => new(PauseKind.Source, "web"),
        2 => new(PauseKind.Person, Rep: rep),
        _ => new(PauseKind.Lane, Products[random.Next(Products.Length)]),
    };

    private Command Known(Guid action, Actor by, Command command)
    {
        actions.Add((action, by.Rep!.Value));
        return command;
    }

    private Command Offered(Actor actor, Func<Actor, LeadId, Command> make, LeadId otherwise) =>
        house.Floor.People.FirstOrDefault(p => p.Offer is not null) is { } asked && random.Next(5) > 0
            ? make(Actor.Person(asked.Number, "page"), asked.Offer!.Value)
            : make(actor, otherwise);

    private LeadId Lead(RepId rep)
    {
        var held = house.Floor.Person(rep).Holdings.Leads.Keys.ToList();
        return held.Count > 0 && random.Next(2) == 0 ? held[random.Next(held.Count)]
            : leads.Count == 0 ? new LeadId(Guid.NewGuid())
            : leads[Math.Max(0, leads.Count - 1 - random.Next(25))];
    }

    /// <summary>A lane goes, comes back, or changes its order.</summary>
    private FloorPlan Edited()
    {
        var lanes = Floors.Mixed.Lanes;
        var at = random.Next(lanes.Length - 1);
        return Floors.Mixed with
        {
            Lanes = random.Next(2) == 0 ? lanes.RemoveAt(at) : lanes.SetItem(at, lanes[at] with { Version = random.Next(2, 9), Order = Any<LeadOrder>() }),
        };
    }

    private T Any<T>()
        where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return all[random.Next(all.Length)];
    }
}

using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;
using LeadDesk.Domain;
using LeadDesk.Tests.Clocks;
using Xunit;

namespace LeadDesk.Tests.Make;

/// <summary>
/// A floor with a clock moved by hand. Everything happens through the real verbs in rounds, and every event is kept, so that the floor
/// can be folded again. Begins on a Wednesday at noon UTC.
/// </summary>
internal sealed class World
{
    private readonly List<Stamped> events = [];

    public World(int seed = 1, string start = "2026-03-04 12:00Z")
    {
        Random = new Random(seed);
        Now = Calendars.At(start);
        Do(r => r.Emit(new FloorEvent.DayOpened(DateOnly.FromDateTime(Now.UtcDateTime), Convert.ToHexString(Bytes(32)))));
    }

    public Random Random { get; }

    public SalesFloor Floor { get; private set; } = SalesFloor.Empty;

    public DateTimeOffset Now { get; set; }

    public IReadOnlyList<Stamped> Events => events;

    /// <summary>Called after every round with what happened in it and the floor before.</summary>
    public Action<SalesFloor, IReadOnlyList<Stamped>>? AfterRound { get; set; }

    public CalendarDay Today => Floor.DayOf(Now);

    /// <summary>A world with these lanes and no people yet.</summary>
    public static World With(params Lane[] lanes) => new World().Plan(lanes);

    public World Plan(params Lane[] lanes) => Publish(new FloorPlan { Lanes = [.. lanes] });

    public World Publish(FloorPlan plan)
    {
        Do(r => Engine.Publish(r, plan));
        return this;
    }

    /// <summary>Lanes that keep the hours of one shop.</summary>
    public World Plan(OpeningHours hours, params Lane[] lanes) => Publish(new FloorPlan
    {
        TimeZone = hours.TimeZone,
        Locations = [new Location("shop", "Shop", hours, null)],
        Lanes = [.. lanes.Select(l => l with { Location = "shop" })],
    });

    /// <summary>A new person, Available unless said otherwise.</summary>
    public RepId Join(RepTerms? terms = null, Presence presence = Presence.Available)
    {
        var rep = new RepId(Floor.People.Length + 1);
        Do(r =>
        {
            r.Emit(new FloorEvent.PersonSet(rep, NewGuid(), terms ?? new RepTerms(), Sorted.None<OptIn>()));
            People.SetPresence(r, rep, presence, PresenceCause.Self);
        });
        return rep;
    }

    public ImmutableArray<RepId> Join(int people, RepTerms? terms = null) => [.. Enumerable.Range(0, people).Select(_ => Join(terms))];

    public RepId Manager() => Join(new RepTerms { Role = Role.Manager }, Presence.Off);

    /// <summary>A lead arrives and is routed, as the desk does it.</summary>
    public LeadId Send(Facts? facts = null, TimeSpan ago = default, RepId? known = null)
    {
        var lead = new LeadId(NewGuid());
        Do(r =>
        {
            r.Emit(new LeadEvent.Received(lead, "web", facts ?? Facts.None, Now - ago, LeadState.Waiting, null, known));
            Engine.Route(r, lead, WaitCause.Received);
        });
        return lead;
    }

    public ImmutableArray<LeadId> Send(int leads) => [.. Enumerable.Range(0, leads).Select(_ => Send())];

    /// <summary>Time passes in one step; then the clock looks once.</summary>
    public World Pass(TimeSpan time)
    {
        Now += time;
        return Tick();
    }

    public World Pass(double seconds) => Pass(TimeSpan.FromSeconds(seconds));

    /// <summary>Time passes to an instant; then the clock looks once.</summary>
    public World Until(string at) => Pass(Calendars.At(at) - Now);

    /// <summary>Time passes with the clock looking every step.</summary>
    public World Live(TimeSpan time, double stepSeconds = 1)
    {
        for (var end = Now + time; Now < end;)
        {
            Pass(Math.Min(stepSeconds, (end - Now).TotalSeconds));
        }

        return this;
    }

    /// <summary>What the desk does of itself: the clock, ended shifts, the safety tick.</summary>
    public World Tick()
    {
        Do(r =>
        {
            while (!Clockwork.Sweep(r))
            {
            }

            Clockwork.EndShifts(r);
            SecondChance.FromTheGone(r);
            Intakes.EndPauses(r);
            Engine.DispatchAll(r);
        });
        return this;
    }

    /// <summary>One round of the desk itself.</summary>
    public void Do(Action<Round> act) => Run(Actor.Desk, act);

    /// <summary>One round of a person.</summary>
    public T As<T>(RepId person, Func<Round, T> act)
    {
        var answer = default(T)!;
        Run(Actor.Person(person, "api"), r => answer = act(r));
        return answer;
    }

    public Refusal? Claim(RepId rep, LeadId lead) => As(rep, r => LeadLife.Claim(r, rep, lead));

    public Refusal? Pull(RepId rep, out LeadId? taken, string? lane = null)
    {
        var (refusal, lead) = As(rep, r => (LeadLife.Pull(r, rep, lane, out var id), id));
        taken = lead;
        return refusal;
    }

    public LeadId Pulled(RepId rep, string? lane = null)
    {
        Assert.Null(Pull(rep, out var taken, lane));
        return taken!.Value;
    }

    public Refusal? Accept(RepId rep, LeadId lead) => As(rep, r => LeadLife.Accept(r, rep, lead, Now));

    public Refusal? PassOn(RepId rep, LeadId lead) => As(rep, r => LeadLife.Pass(r, rep, lead, Now));

    public Refusal? MoreTime(RepId rep, LeadId lead) => As(rep, r => LeadLife.MoreTime(r, rep, lead, Now));

    public Refusal? Release(RepId rep, LeadId lead) => As(rep, r => LeadLife.Release(r, rep, lead));

    public Refusal? Relabel(RepId rep, LeadId lead, Facts facts, Guid? action = null) => As(rep, r => LeadLife.Relabel(r, rep, lead, facts, action: action));

    public LeadId WalkIn(RepId rep, Facts facts)
    {
        var id = new LeadId(NewGuid());
        As<Refusal?>(rep, r =>
        {
            LeadLife.WalkIn(r, rep, id, facts);
            return null;
        });
        return id;
    }

    public Refusal? Attempt(RepId rep, LeadId lead, DateTimeOffset? next = null, Guid? action = null, AttemptResult result = AttemptResult.NoAnswer) =>
        As(rep, r => LeadLife.Attempt(r, rep, lead, Channel.Call, result, next, action));

    public Refusal? Close(RepId rep, LeadId lead, Domain.Leads.Outcome outcome = Domain.Leads.Outcome.Lost, Guid? action = null) =>
        As(rep, r => LeadLife.Close(r, rep, lead, outcome, null, action));

    public Refusal? Park(RepId rep, LeadId lead, DateTimeOffset until, Guid? action = null) =>
        As(rep, r => LeadLife.Park(r, rep, lead, until, action));

    public Refusal? Assign(RepId manager, LeadId lead, RepId to, bool force = false, Guid? action = null) =>
        As(manager, r => LeadLife.Assign(r, lead, to, force, action));

    public Refusal? Extend(RepId manager, LeadId lead) => As(manager, r => LeadLife.Extend(r, lead));

    public Refusal? Credit(RepId manager, LeadId lead, bool approve) => As(manager, r => LeadLife.DecideCredit(r, lead, approve));

    public Refusal? Return(RepId manager, LeadId lead, Guid? action = null) => As(manager, r => LeadLife.Return(r, lead, action));

    /// <summary>A manager pauses a part of the intake for so many minutes.</summary>
    public void Pause(RepId manager, PauseScope scope, double minutes) => Run(Actor.Person(manager, "api"), r => Intakes.Pause(r, scope, Now.AddMinutes(minutes)));

    public Refusal? Resume(RepId manager, PauseScope scope) => As(manager, r => Intakes.Resume(r, scope));

    public Refusal? Undo(RepId person, Guid action) => As(person, r => LeadLife.Undo(r, person, action));

    public void Set(RepId rep, Presence presence, Guid? action = null) =>
        Run(Actor.Person(rep, "api"), r => People.SetPresence(r, rep, presence, PresenceCause.Self, action));

    public void OptIn(RepId rep, string lane, bool on, int? perDay = null, Guid? action = null, QuietHours? quiet = null) =>
        Run(Actor.Person(rep, "api"), r => People.SetOptIn(r, rep, lane, new OptIn(on, perDay, quiet), action));

    /// <summary>Changes what is agreed with a person.</summary>
    public void Agree(RepId rep, Func<RepTerms, RepTerms> change)
    {
        var person = Of(rep);
        Do(r => People.Agree(r, new FloorEvent.PersonSet(rep, person.Id, change(person.Terms), person.OptIns)));
    }

    public Lead Of(LeadId lead) => Floor.Leads[lead];

    public Rep Of(RepId rep) => Floor.Person(rep);

    /// <summary>To whom a lead is offered right now.</summary>
    public RepId OfferedTo(LeadId lead)
    {
        Assert.Equal(LeadState.Offered, Of(lead).State);
        return Of(lead).Offer!.Rep;
    }

    /// <summary>An account's balance in leads.</summary>
    public double Balance(RepId rep, string lane = "lane") => (double)Floor.LedgerOf(lane).Of(rep).Balance / Share.One;

    public double Received(RepId rep, string lane = "lane") => (double)Floor.LedgerOf(lane).Of(rep).Received / Share.One;

    public Field Field(LeadId lead, Put put = Put.Desk) =>
        Domain.Distribution.Field.Of(Floor, Floor.Plan.Find(Of(lead).Stay?.Lane)!, Of(lead), Now, Today, put);

    public IEnumerable<T> Happened<T>()
        where T : FloorEvent => events.Select(e => e.Event).OfType<T>();

    public SalesFloor FoldedAgain() => events.Aggregate(SalesFloor.Empty, (floor, stamped) => floor.After(stamped));

    public Guid NewGuid() => new(Bytes(16));

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        Random.NextBytes(bytes);
        return bytes;
    }

    private void Run(Actor actor, Action<Round> act)
    {
        var before = Floor;
        var round = new Round(Floor, Now, actor);
        act(round);
        Floor = round.Floor;
        events.AddRange(round.Events);
        AfterRound?.Invoke(before, round.Events);
    }
}

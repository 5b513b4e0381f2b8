using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Fairness;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.Domain.Floor;

/// <summary>
/// Everything a decision may depend on, at one number of the log. Immutable: a decision works on its own copy, and dropping that copy is
/// all it takes to undo it. Holds open leads, people, lanes and ledgers; no names, no addresses.
/// </summary>
public sealed partial record SalesFloor
{
    /// <summary>Closed leads stay this long, so that who held them is still answered in words.</summary>
    public static readonly TimeSpan ClosedFor = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan KeysFor = TimeSpan.FromHours(24);

    public static SalesFloor Empty { get; } = new();

    /// <summary>The log's number of the last event folded in.</summary>
    public long Seq { get; init; }

    /// <summary>The desk's time of that event, UTC.</summary>
    public DateTimeOffset At { get; init; }

    public LanePlan Plan { get; init; } = new(FloorPlan.Empty);

    /// <summary>By number: the person with number n stands at n - 1.</summary>
    public ImmutableArray<Rep> People { get; init; } = [];

    /// <summary>Open leads, and closed ones for a quarter of an hour.</summary>
    public ImmutableDictionary<LeadId, Lead> Leads { get; init; } = ImmutableDictionary<LeadId, Lead>.Empty;

    public ImmutableDictionary<string, Backlog> Backlogs { get; init; } = ImmutableDictionary<string, Backlog>.Empty;

    /// <summary>Leads per lane that ring at somebody's desk, also beside an offer.</summary>
    public ImmutableDictionary<string, ImmutableSortedSet<LeadId>> Ringing { get; init; } = ImmutableDictionary<string, ImmutableSortedSet<LeadId>>.Empty;

    /// <summary>The managers' list.</summary>
    public ImmutableSortedSet<LeadId> WithManagers { get; init; } = ImmutableSortedSet<LeadId>.Empty;

    /// <summary>Held leads and those on the managers' list, by since when.</summary>
    public ImmutableSortedSet<Moment<LeadId>> HeldLeads { get; init; } = ImmutableSortedSet<Moment<LeadId>>.Empty;

    /// <summary>Closed leads whose turn is asked back, by since when; they stay until a manager decides.</summary>
    public ImmutableSortedSet<Moment<LeadId>> CreditsAsked { get; init; } = ImmutableSortedSet<Moment<LeadId>>.Empty;

    /// <summary>Leads that are not for now, by when they come back.</summary>
    public ImmutableSortedSet<Moment<LeadId>> Later { get; init; } = ImmutableSortedSet<Moment<LeadId>>.Empty;

    /// <summary>Leads whose customer is on the line and rings at the seniors' desks.</summary>
    public ImmutableSortedSet<LeadId> Transfers { get; init; } = ImmutableSortedSet<LeadId>.Empty;

    public ImmutableDictionary<string, LaneLedger> Ledgers { get; init; } = ImmutableDictionary<string, LaneLedger>.Empty;

    /// <summary>Taken against expected per lane, for reports only.</summary>
    public ImmutableDictionary<string, LaneTally> Tallies { get; init; } = ImmutableDictionary<string, LaneTally>.Empty;

    /// <summary>What each person could have expected of today.</summary>
    public DayExpected Expected { get; init; } = DayExpected.None;

    /// <summary>Every version that a lane ever had, by lane@version.</summary>
    public ImmutableDictionary<string, LaneMark> LaneMarks { get; init; } = ImmutableDictionary<string, LaneMark>.Empty;

    /// <summary>When the clock has to look at which lead next.</summary>
    public ImmutableSortedSet<Moment<LeadId>> Agenda { get; init; } = ImmutableSortedSet<Moment<LeadId>>.Empty;

    /// <summary>Open leads, the most urgent first: unanswered ones by their due, then the rest by their next step.</summary>
    public ImmutableSortedSet<Moment<LeadId>> Urgency { get; init; } = ImmutableSortedSet<Moment<LeadId>>.Empty;

    public OpenCounts Counts { get; init; }

    /// <summary>First answers of the last day on which there were any.</summary>
    public AnswerTally Answers { get; init; } = AnswerTally.None;

    /// <summary>The counts of the fairness watch, for managers and each person's own eyes only.</summary>
    public WatchLog Watch { get; init; } = WatchLog.Empty;

    public Memory<LeadId, bool> Closed { get; init; } = new(ClosedFor);

    /// <summary>Answers kept for retries, by caller, route and key.</summary>
    public Memory<string, Kept> Keys { get; init; } = new(KeysFor);

    /// <summary>By action; a bulk is one action with many changes.</summary>
    public Memory<Guid, ImmutableArray<Undoable>> Undoables { get; init; } = new(Undoable.For);

    public DateOnly Day { get; init; }

    /// <summary>The day's secret of the dice, as hexadecimal text.</summary>
    public string Secret { get; init; } = "";

    public Rep Person(RepId rep) => People[rep.Number - 1];

    public Rep? FindPerson(Guid id)
    {
        foreach (var person in People)
        {
            if (person.Id == id)
            {
                return person;
            }
        }

        return null;
    }

    public LeadDesk.Domain.Leads.Lead? Find(LeadId lead) => Leads.GetValueOrDefault(lead);

    public LaneLedger LedgerOf(string lane) => Ledgers.GetValueOrDefault(lane, LaneLedger.Empty);

    public LaneTally TallyOf(string lane) => Tallies.GetValueOrDefault(lane, LaneTally.Empty);

    /// <summary>How this version of a lane called itself; null = there is none.</summary>
    public LaneMark? MarkOf(string lane, int version) => LaneMarks.GetValueOrDefault(MarkKey(lane, version));

    private static string MarkKey(string lane, int version) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{lane}@{version}");

    public Backlog BacklogOf(string lane) => Backlogs.GetValueOrDefault(lane, Backlog.Empty);

    public CalendarDay DayOf(DateTimeOffset at) => CalendarDay.Of(at, Plan.Zone);
}

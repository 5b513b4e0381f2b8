using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;

namespace LeadDesk.Domain.Floor;

/// <summary>Something that happened on the floor: the only way anything changes. No names, no addresses, no typed text.</summary>
public abstract record FloorEvent
{
    /// <summary>The set-up was published: places, teams, sources, lanes, clocks.</summary>
    public sealed record PlanPublished(FloorPlan Plan) : FloorEvent;

    /// <summary>Somebody proposed rules; the reason lies with the personal data.</summary>
    public sealed record RulesProposed(Guid Id, ImmutableArray<Lane> Lanes) : FloorEvent;

    /// <summary>Rules that By had proposed were answered or taken back; a reason lies with the personal data.</summary>
    public sealed record ProposalClosed(Guid Id, RepId By, ProposalEnd Why) : FloorEvent;

    /// <summary>Somebody has read what became of the rules up to a number of the log.</summary>
    public sealed record RulesSeen(RepId Rep, long UpTo) : FloorEvent;

    /// <summary>A person joined, or what is agreed with them changed. Id is the one the outside sees.</summary>
    public sealed record PersonSet(RepId Rep, Guid Id, RepTerms Terms, ImmutableSortedDictionary<string, OptIn> OptIn) : FloorEvent;

    /// <summary>A new day's dice. The secret lies apart; the log keeps its salted hash, so it can be shown later that it was not changed.</summary>
    public sealed record DayOpened(DateOnly Day, string Secret) : FloorEvent;

    public sealed record PresenceSet(RepId Rep, Presence Presence, PresenceCause Cause) : FloorEvent;

    public sealed record OptInSet(RepId Rep, string Lane, OptIn OptIn) : FloorEvent;

    /// <summary>A person's first live connection came, or their last one went.</summary>
    public sealed record ConnectionChanged(RepId Rep, bool Connected) : FloorEvent;

    /// <summary>The intake is paused until then, or an earlier pause of the same scope ends then; the words for customers lie with the personal data.</summary>
    public sealed record IntakePaused(PauseScope Scope, DateTimeOffset Until) : FloorEvent;

    /// <summary>A pause of the intake is over; ByTime = its end had come.</summary>
    public sealed record IntakeResumed(PauseScope Scope, bool ByTime) : FloorEvent;

    /// <summary>A manager let people switch by PIN on this shared device.</summary>
    public sealed record DeviceApproved(Guid Device) : FloorEvent;

    public sealed record DeviceRevoked(Guid Device) : FloorEvent;

    /// <summary>A manager let a screen on the wall show the floor's counts.</summary>
    public sealed record WallHung(Guid Screen) : FloorEvent;

    public sealed record WallTakenDown(Guid Screen) : FloorEvent;

    /// <summary>Somebody took over a shared device with their PIN; From was there before.</summary>
    public sealed record PersonSwitched(RepId Rep, RepId? From, Guid Device) : FloorEvent;

    /// <summary>A change was taken back within its 15 seconds; Seq is the log's number of what was undone.</summary>
    public sealed record PersonUndone(RepId Rep, long Seq) : FloorEvent;

    /// <summary>Somebody took data out in bulk. What names the export, Ask what was asked for, in codes; Id stands in every row that left.</summary>
    public sealed record Exported(Guid Id, string What, string Ask) : FloorEvent;
}

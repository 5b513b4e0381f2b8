using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>A person's open leads, with the few sums that eligibility asks for, so that no decision walks through them; and the leads that come back to them later.</summary>
public sealed record Holdings
{
    public static Holdings None { get; } = new();

    public ImmutableDictionary<LeadId, Hold> Leads { get; init; } = ImmutableDictionary<LeadId, Hold>.Empty;

    /// <summary>Open leads that use a place: parked ones do not.</summary>
    public int Open { get; init; }

    public int Parked => Leads.Count - Open;

    /// <summary>Attempted, but without a next step.</summary>
    public int NoNextStep { get; init; }

    public ImmutableDictionary<string, int> PerLane { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Owner's dues of leads without a first attempt, the nearest first.</summary>
    public ImmutableSortedSet<Moment<LeadId>> Unanswered { get; init; } = ImmutableSortedSet<Moment<LeadId>>.Empty;

    /// <summary>Leads of theirs that are not for now, by when they come back; they use no place.</summary>
    public ImmutableSortedSet<Moment<LeadId>> PutOff { get; init; } = ImmutableSortedSet<Moment<LeadId>>.Empty;

    public DateTimeOffset? NearestDue => Unanswered.IsEmpty ? null : Unanswered[0].At;

    public Holdings With(LeadId lead, Hold hold) => Without(lead).Add(lead, hold);

    public Holdings Without(LeadId lead) => Leads.TryGetValue(lead, out var hold) ? Count(lead, hold, -1) with { Leads = Leads.Remove(lead) } : this;

    public Holdings Later(LeadId lead, DateTimeOffset at) => this with { PutOff = PutOff.Add(new(at, lead)) };

    public Holdings NotLater(LeadId lead, DateTimeOffset at) => this with { PutOff = PutOff.Remove(new(at, lead)) };

    private Holdings Add(LeadId lead, Hold hold) => Count(lead, hold, 1) with { Leads = Leads.SetItem(lead, hold) };

    private Holdings Count(LeadId lead, Hold hold, int sign)
    {
        var due = hold.Unanswered is { } at ? new Moment<LeadId>(at, lead) : (Moment<LeadId>?)null;
        return this with
        {
            Open = Open + (hold.Parked ? 0 : sign),
            NoNextStep = NoNextStep + (hold.NoNextStep ? sign : 0),
            PerLane = hold.Parked ? PerLane : PerLane.SetItem(hold.Lane, PerLane.GetValueOrDefault(hold.Lane) + sign),
            Unanswered = due is not { } key ? Unanswered : sign > 0 ? Unanswered.Add(key) : Unanswered.Remove(key),
        };
    }
}

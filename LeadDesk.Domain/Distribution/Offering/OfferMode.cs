using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Offering;

/// <summary>How a lead is put to people. One mode a file.</summary>
public abstract class OfferMode
{
    /// <summary>What a lane may set about it.</summary>
    public virtual ImmutableArray<Knob> Knobs => [];

    /// <summary>The desk acts by itself as soon as somebody is eligible.</summary>
    public virtual bool Acts => false;

    /// <summary>People take leads by themselves; what nobody takes is left behind and moves on.</summary>
    public virtual bool IsPull => false;

    /// <summary>Waiting leads stand on an open board.</summary>
    public virtual bool IsBoard => false;

    /// <summary>One person at a time is asked.</summary>
    public virtual bool IsExclusive => false;

    /// <summary>Gives, offers or rings a waiting lead among the eligible, of whom there is at least one.</summary>
    public virtual void Place(Round round, LaneRules lane, Lead lead, Field field) =>
        throw new InvalidOperationException($"{GetType().Name} waits for people to act.");
}

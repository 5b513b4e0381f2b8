using System.Collections.Immutable;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Fits;

/// <summary>Whom a method lets have a lead by what the lead is about, beside the lane's rings (E7). One a file.</summary>
public abstract class MethodFit
{
    /// <summary>What a lane may set about it.</summary>
    public abstract ImmutableArray<Knob> Knobs { get; }

    /// <summary>Whether a person has the licence that the lead asks for by law, if it asks for one.</summary>
    public virtual bool IsLicensed(Rep rep, LaneRules lane, Lead lead) => true;

    /// <summary>All of a lead, beside its ring, that it depends on who fits; comparable by its value. Null = nothing.</summary>
    public abstract object? WishOf(LaneRules lane, Lead lead);

    public abstract bool Fits(SalesFloor floor, Rep rep, LaneRules lane, Lead lead);
}

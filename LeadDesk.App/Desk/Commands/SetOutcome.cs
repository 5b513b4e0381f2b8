using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>How a lead ended.</summary>
public sealed record SetOutcome(Actor Actor, LeadId Lead, Outcome Outcome, decimal? Value, string? Reason, Guid Id) : LeadCommand(Actor, Lead)
{
    /// <summary>When one that is not for now comes back (UTC); null = it does not.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>It comes back to whoever the rules say, not to its owner first.</summary>
    public bool Pooled { get; init; }

    protected override (string Kind, string Text)? Typed => Reason is null ? null : (PersonalTexts.Reason, Reason);

    protected override Guid? Action => Id;

    /// <summary>Where the customer writes again, the one who had them is asked first.</summary>
    protected override Decided Done(Round round, DeskContext context, Decided decided)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(decided);
        return Outcome == Outcome.Junk ? decided : decided with { Contacts = [.. context.MarksOf(Lead).Select(m => m with { Owner = Actor.Rep!.Value.Number })] };
    }

    protected override Refusal? Act(Round round, RepId person) =>
        Outcome == Outcome.Nurture && NextAt is { } at ? LeadLife.Nurture(round, person, Lead, at, Pooled, Id) : LeadLife.Close(round, person, Lead, Outcome, Value, Id);
}

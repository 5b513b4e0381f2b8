using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk.Commands;

/// <summary>Take this lead from a board or an alert.</summary>
public sealed record Claim(Actor Actor, LeadId Lead) : LeadCommand(Actor, Lead)
{
    // Noted once, also where a batch is decided again.
    private (bool Done, DateTimeOffset? Free) noted;

    protected override void Meet(Round round, DeskContext context)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(context);
        if (!noted.Done && round.Floor.Plan.Find(round.Floor.Find(Lead)?.Stay?.Lane) is { Lane.ClaimsPerMinute: { } most } lane)
        {
            noted = (true, context.Pace.Note(Actor.Rep!.Value, lane.Key, most, ArrivedAt));
        }
    }

    protected override bool Reaches => true;

    protected override bool IsAnswered(Round round) => round.Floor.Find(Lead)?.Owner == Actor.Rep;

    protected override Refusal? Act(Round round, RepId person) =>
        LeadLife.Claim(round, person, Lead, Retry is { } key ? new Kept(key.Scope, key.Body, 200, Lead, null, null) : null, noted.Free);

    /// <summary>In a photo finish the answer waits for its end.</summary>
    protected override Decided Done(Round round, DeskContext context, Decided decided)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(decided);
        return decided with { Pressed = LeadLife.HasPressed(round.Floor, Actor.Rep!.Value, Lead) };
    }
}

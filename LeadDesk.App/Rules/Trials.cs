using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Lab;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Rules;

/// <summary>Tries one lead on the floor as it stands, in somebody's eyes. Nothing is kept of it.</summary>
public sealed class Trials(CommittedFloor committed, DeskClock clock, RuleWording words, DeskWording reasons, PeopleDirectory people)
{
    public TrialView Try(RepId viewer, TryAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        var floor = committed.Now;
        var now = clock.Now() is var time && time > floor.At ? time : floor.At;
        var trial = Trial.Of(floor, ask.Draft, new LeadId(Guid.NewGuid()), ask.Source, ask.Facts, now);
        var plan = ask.Draft ?? floor.Plan.Plan;

        // A draft may hide names, and never show those that the rules in force hide.
        var named = floor.Person(viewer).Terms.LeadsTheFloor || (trial.Lane is { Lane.Names: not false } on && floor.Plan.Find(on.Key) is { Lane.Names: not false });
        string? Name(RepId rep) => named || rep == viewer ? people.NameOf(rep) : null;
        return new(
            [.. trial.Steps.Select(s => new TrialLine(s.Lane, RuleWording.NameOf(plan, s.Lane), s.Takes))],
            trial.Lane?.Key,
            trial.Lane?.Lane.Name,
            trial.Lane is { } lane ? string.Create(CultureInfo.InvariantCulture, $"{lane.Key}@{lane.Lane.Version}") : null,
            trial.Lead.State,
            [.. trial.Eligible.Select((r, i) => new TrialPerson(floor.Person(r).Id, Name(r), i + 1, null, null))],
            [.. trial.PassedOver.Select(p => new TrialPerson(floor.Person(p.Rep).Id, Name(p.Rep), null, p.Test.ToString(), reasons.TestName(p.Test)))],
            trial.Receipt is { } receipt ? floor.Person(receipt.Chosen).Id : null,
            trial.Receipt?.TieBreak?.ToString(),
            Sentence(trial, now, r => Name(r) ?? reasons.Colleague));
    }

    private string Sentence(Trial trial, DateTimeOffset now, Func<RepId, string> name) => trial switch
    {
        { Lane: null } => words["try-managers"],
        { Receipt: { } receipt, Lead.State: LeadState.Offered } => words["try-offered", name(receipt.Chosen), trial.Lane.Lane.Name, receipt.Eligible.Count],
        { Receipt: { } receipt } => words["try-given", name(receipt.Chosen), trial.Lane.Lane.Name, receipt.Eligible.Count],
        { Lead.State: LeadState.Alerted } => words["try-rings", trial.Lane.Lane.Name, string.Join(", ", trial.Eligible.Select(name))],
        _ when !trial.Lane.Hours.IsOpen(now) => words["try-closed", trial.Lane.Lane.Name],
        { Eligible.IsEmpty: true } => words["try-nobody", trial.Lane.Lane.Name],
        _ when trial.Lane.Method.Offer.IsPull => words["try-waits", trial.Lane.Lane.Name, trial.Eligible.Length],
        _ => words["try-behind", trial.Lane.Lane.Name],
    };
}

using System.Collections.Immutable;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Manager;

/// <summary>To whom one or several leads are moved: people ranked by fit and load, and one question more where many are moved at once.</summary>
public sealed partial class MoveMenu
{
    /// <summary>More than so many at once are asked about first.</summary>
    internal const int Many = 10;

    private string? filter;
    private string? note;
    private MoveChoice? chosen;

    /// <summary>What is moved, the most urgent first.</summary>
    [Parameter, EditorRequired] public ImmutableArray<LeadSeen> Leads { get; set; }

    /// <summary>What the lead is called, where it is one.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public ImmutableArray<PersonCard> People { get; set; }

    [Parameter] public ImmutableArray<Fit> Fits { get; set; }

    /// <summary>The person who is named already, so that only the number is asked about; none = nobody yet.</summary>
    [Parameter] public Guid Asked { get; set; }

    [Parameter] public EventCallback<AssignAsk> Assign { get; set; }

    [Parameter] public EventCallback<Guid> Return { get; set; }

    /// <summary>Its owner keeps it longer.</summary>
    [Parameter] public EventCallback<ExtendAsk> Extend { get; set; }

    [Parameter] public bool MayExtend { get; set; }

    /// <summary>Until when it is its owner's now (UTC).</summary>
    [Parameter] public DateTimeOffset? OwnedUntil { get; set; }

    [Parameter] public EventCallback Close { get; set; }

    protected override void OnInitialized() => chosen = Choices.FirstOrDefault(c => c.Id == Asked);

    private string Title => Leads.Length == 1 ? Say["Move.Title", Name] : Say["Bulk.Title", Leads.Length];

    private IReadOnlyList<MoveChoice> Choices => MoveRanking.Of(People, Leads is [var only] ? only.Owner : null, filter, Say, Leads.Length, Fits);

    private Task PickAsync(PickEventArgs pick) => pick.Verb switch
    {
        "to" when Leads.Length > Many => Ask(pick.Key),
        "to" => MoveAsync(Leads, pick.Key, force: false),
        "some" => MoveAsync([.. Leads.Take(chosen!.Free)], chosen.Id, force: false),
        "all" => MoveAsync(Leads, chosen!.Id, force: chosen.Free < Leads.Length),
        "again" => Ask(Guid.Empty),
        "return" => Return.InvokeAsync(Leads[0].Id),
        "extend" => Extend.InvokeAsync(new(Leads[0].Id, string.IsNullOrWhiteSpace(note) ? null : note.Trim())),
        "close" => Close.InvokeAsync(),
        _ => Task.CompletedTask,
    };

    private Task Ask(Guid person)
    {
        chosen = Choices.FirstOrDefault(c => c.Id == person);
        return Task.CompletedTask;
    }

    private Task MoveAsync(ImmutableArray<LeadSeen> leads, Guid person, bool force) =>
        Assign.InvokeAsync(new(leads, person, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), force));
}

using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store.Rows;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LeadDesk.App.Settings;

/// <summary>A person's own settings, and for the admin the floor's. Every change goes through a verb that judges the role anew.</summary>
public sealed partial class SettingsPage
{
    private FloorForm? form;
    private FloorPlan? basis;
    private Wish wish = Wish.None;
    private bool longer;
    private bool takesLeads;
    private IReadOnlyList<(string Key, string Name, OptIn Wants)> lanes = [];
    private IReadOnlyDictionary<string, string[]>? faults;
    private IReadOnlyDictionary<string, string[]>? fileFaults;
    private string? file;
    private FloorFilePreview? preview;
    private IReadOnlyList<TokenRow> tokens = [];
    private IReadOnlyList<(string Source, TokenRow Row)> perSource = [];
    private string? made;
    private string? madeForSource;
    private IReadOnlyList<HealthLine> health = [];
    private bool byPin;

    [CascadingParameter] private Task<AuthenticationState> Door { get; set; } = default!;

    [Inject] private Wishes Wishes { get; set; } = default!;

    [Inject] private FloorSetUp SetUp { get; set; } = default!;

    [Inject] private SetUpWording SetUpWords { get; set; } = default!;

    [Inject] private FaultWording Fault { get; set; } = default!;

    [Inject] private Tokens Tokens { get; set; } = default!;

    [Inject] private HealthReading Health { get; set; } = default!;

    protected override bool WholeFloor => false;

    private Rep Myself => Floor.Person(Me);

    private bool IsAdmin => Myself.Terms is { Active: true, Role: Role.Admin };

    private bool IsChanged => form!.ToJson(basis!).Count > 0;

    private IReadOnlyList<Source> Sources => Floor.Plan.Plan.Sources;

    /// <summary>Whoever came by PIN stands at a shared device: no key is made there.</summary>
    private string? NoTokens => byPin ? Word["Tokens.NotByPin"].Value : null;

    private IReadOnlyList<TokenRow> SourceTokens => [.. perSource.Select(s => s.Row)];

    protected override void Look(Views views)
    {
        (longer, takesLeads, wish) = (Myself.Terms.LongerOffers, Myself.Terms.HoldsLeads, Wishes.Of(Myself.Id));
        lanes = [.. Floor.Plan.Plan.Lanes.Select(l => (l.Key, l.Name, Myself.OptInTo(l.Key)))];
        health = IsAdmin ? Health.Read() : [];

        // What is being typed stays; what nobody has touched follows the floor.
        if (form is null || !IsChanged)
        {
            Begin();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        byPin = Session.Of((await Door).User)?.Device is not null;
        await base.OnInitializedAsync();
        if (form is not null)
        {
            await ReadTokensAsync();
        }
    }

    private void Begin()
    {
        basis = Floor.Plan.Plan;
        form = FloorForm.Of(basis);
        faults = null;
    }

    private async Task ReadTokensAsync()
    {
        tokens = [.. (await Tokens.ListAsync(Myself.Id, null)).Where(t => t.RevokedAt is null)];
        var rows = new List<(string, TokenRow)>();
        foreach (var source in IsAdmin ? Sources : [])
        {
            rows.AddRange((await Tokens.ListAsync(null, source.Key)).Where(t => t.RevokedAt is null).Select(t => (source.Key, t)));
        }

        perSource = rows;
    }

    private void Changed() => StateHasChanged();

    private void Discard()
    {
        Begin();
        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        var parts = form!.ToJson(basis!);
        if (parts.Count > 0 && !WasPressedInTheDark())
        {
            faults = Fault.Of((await ApplyAsync(parts.ToJsonString(), Word["Saved"]))?.Errors);
        }

        Look(Eyes());
        StateHasChanged();
    }

    /// <summary>A file that was chosen is only looked at: what it would change is shown, or what is wrong with it.</summary>
    private async Task ChooseFileAsync(string json)
    {
        var seen = IsAdmin ? await SetUp.PreviewAsync(json) : null;
        fileFaults = Fault.Of(seen?.Errors);
        if (seen is { Errors: null })
        {
            (file, preview) = (json, seen);
        }
        else
        {
            DropFile();
            Tell(Word[seen is null ? "NotYours" : "Wrong"]);
        }

        StateHasChanged();
    }

    /// <summary>What comes into force is what was shown: where the plan is another one by now, it is shown anew first.</summary>
    private async Task ApplyFileAsync()
    {
        if (file is not { } json || preview is null || WasPressedInTheDark())
        {
            return;
        }

        if (!ReferenceEquals(preview.Before, Floor.Plan.Plan))
        {
            Tell(Word["File.Moved"]);
            await ChooseFileAsync(json);
            return;
        }

        var put = await ApplyAsync(json, Word["File.Done"]);
        fileFaults = Fault.Of(put?.Errors);
        if (put is { IsDone: true } or { Faults: not null })
        {
            DropFile();
        }

        Look(Eyes());
        StateHasChanged();
    }

    private void DropFile() => (file, preview) = (null, null);

    /// <summary>
    /// Says what became of it; null where this person may not. The command itself asks for an admin; accounts and tokens come before it, so
    /// the role is asked for here too.
    /// </summary>
    private async Task<FloorFilePut?> ApplyAsync(string json, string done)
    {
        if (!IsAdmin)
        {
            Tell(Word["NotYours"]);
            return null;
        }

        var put = await SetUp.ApplyAsync(json, Actor.Person(Me, "page"));
        if (put.IsDone)
        {
            Begin();
        }

        Tell(put.IsDone ? done : put.Errors is null ? SetUpWords.Of(put)! : Word["Wrong"]);
        return put;
    }

    private async Task SaveWishAsync(Wish asked)
    {
        await Wishes.SetAsync(Myself.Id, asked);
        Tell(Word["SavedNext"]);
        Look(Eyes());
        StateHasChanged();
    }

    private async Task SaveLongerAsync(bool on)
    {
        await DoAsync(actor => new SetLongerOffers(actor, on), _ => Word["Saved"]);
        StateHasChanged();
    }

    private async Task SaveLaneAsync((string Lane, OptIn Wants) asked)
    {
        await DoAsync(actor => new SetOptIn(actor, asked.Lane, asked.Wants, Guid.NewGuid()), _ => Word["Saved"], undoable: true);
        StateHasChanged();
    }

    private async Task MakeTokenAsync(NewTokenAsk ask)
    {
        if (!byPin && Myself.Terms is { Active: true, Role: not Role.Wallboard })
        {
            made = (await Tokens.MakeAsync(Myself.Id, ask.Name)).Token;
            await ReadTokensAsync();
            StateHasChanged();
        }
    }

    private async Task MakeSourceTokenAsync(NewTokenAsk ask)
    {
        if (!byPin && IsAdmin && Sources.Any(s => s.Key == ask.Source))
        {
            madeForSource = (await Tokens.MakeForSourceAsync(ask.Source!, ask.Name)).Token;
            await ReadTokensAsync();
            StateHasChanged();
        }
    }

    private async Task RevokeTokenAsync(Guid id)
    {
        if (tokens.Any(t => t.Id == id) || (IsAdmin && perSource.Any(s => s.Row.Id == id)))
        {
            await Tokens.RevokeAsync(id);
            (made, madeForSource) = (null, null);
            await ReadTokensAsync();
            StateHasChanged();
        }
    }
}

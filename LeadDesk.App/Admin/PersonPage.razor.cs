using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Rules;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Admin;

/// <summary>One person's page, live; what is being typed stays until it is saved.</summary>
public sealed partial class PersonPage
{
    private PersonView? view;
    private bool missing;
    private IReadOnlyDictionary<string, string[]>? faults;

    [Parameter] public Guid Id { get; set; }

    [Inject] private FloorSetUp SetUp { get; set; } = default!;

    [Inject] private DryRuns DryRuns { get; set; } = default!;

    [Inject] private FaultWording Fault { get; set; } = default!;

    [Inject] private PeopleDirectory Directory { get; set; } = default!;

    [Inject] private Accounts Accounts { get; set; } = default!;

    private string? given;
    private bool hasPassword = true;

    protected override bool WholeFloor => true;

    protected override void Look(Views views)
    {
        var floor = Floor;
        if (floor.FindPerson(Id) is not { } rep || SetUp.Entry(Id) is not { } entry)
        {
            (view, missing) = (null, true);
            return;
        }

        var me = floor.Person(Me).Terms;
        var isAdmin = me is { Active: true, Role: Role.Admin };
        (missing, view) = (false, new(Id, rep.Number, entry, rep, floor.Plan.Plan, Others(floor))
        {
            IsAdmin = isAdmin,
            MayEdit = isAdmin || rep.Terms is { Role: Role.Rep or Role.Store, MayExport: false },
            Coaches = [.. Others(floor).Where(o => !floor.Person(o.Number).Terms.IsInInduction || o.Number == rep.Terms.Coach).Select(o => (o.Number, o.Name))],
            IsViewer = rep.Number == Me,
            Today = floor.DayOf(floor.At).Day,
        });
    }

    protected override async Task OnParametersSetAsync()
    {
        if (view is not null && view.Id != Id)
        {
            (faults, given) = (null, null);
            Look(Eyes());
        }

        if (view is not null)
        {
            hasPassword = await Accounts.HasPasswordAsync(Id);
        }
    }

    /// <summary>It is shown here once; the person takes their own at their first visit.</summary>
    private async Task GivePasswordAsync()
    {
        if (WasPressedInTheDark())
        {
            return;
        }

        var password = StartPassword.Make();
        var put = await SetUp.PutPersonAsync(new PersonWish(Actor.Person(Me, "page"), Id, JsonSerializer.SerializeToElement(new JsonObject { ["password"] = password }), null));
        if (put.Answer is { IsDone: true })
        {
            (given, hasPassword) = (password, true);
        }
        else
        {
            Tell(put.Errors is { Count: > 0 } errors ? Fault.Of(errors)!.First().Value[0]
                : put.Answer is { } answer ? WhyNot(answer) : Say["Toast.Broke"]);
        }

        Look(Eyes());
    }

    private ImmutableArray<(RepId Number, Guid Id, string Name)> Others(SalesFloor floor) =>
    [
        .. floor.People.Where(p => p.Id != Id && p.Terms is { Active: true, HoldsLeads: true }).Select(p => (p.Number, p.Id, Directory.NameOf(p.Number))).OrderBy(p => p.Item3, StringComparer.CurrentCultureIgnoreCase),
    ];

    private async Task SaveAsync(PersonSave save)
    {
        if (WasPressedInTheDark())
        {
            return;
        }

        var json = save.Form.ToJson();
        if (view is { IsAdmin: false })
        {
            json.Remove("mayExport");
        }

        var put = await SetUp.PutPersonAsync(new PersonWish(Actor.Person(Me, "page"), Id, JsonSerializer.SerializeToElement(json), save.Reason) { CoverGiven = true, Cover = save.Cover, CoachGiven = true, Coach = save.Coach });
        faults = Fault.Of(put.Errors ?? (put.Answer?.Decided.Fault is { } fault ? new Dictionary<string, string[]>(StringComparer.Ordinal) { [fault.Field] = [fault.Words] } : null));
        if (faults is null)
        {
            Tell(put.Answer switch
            {
                null or { IsDone: true } => Word["saved"],
                { } answer => WhyNot(answer),
            });
        }

        Look(Eyes());
    }

    private async Task<DryRunView?> TryAsync(PersonForm form, IProgress<int> progress, CancellationToken cancel)
    {
        var (errors, after) = SetUp.Preview(Id, JsonSerializer.SerializeToElement(form.ToJson()));
        faults = Fault.Of(errors);
        StateHasChanged();
        return errors is null && Floor.FindPerson(Id) is { } rep ? await DryRuns.RunAsync(Me, new DryRunAsk(Floor.Plan.Plan) { Person = new(rep.Number, rep.Terms, after!) }, progress, cancel) : null;
    }

    private async Task LeaveAsync(LeaveTaking leave)
    {
        var person = Floor.FindPerson(Id)!.Number;
        await DoAsync(actor => new Deactivate(actor, person, leave.Open, leave.To, leave.Reason, Guid.NewGuid()), _ => Word["left", Directory.NameOf(person)], undoable: true);
    }

    private async Task ComeBackAsync()
    {
        var rep = Floor.FindPerson(Id)!;
        await DoAsync(actor => new SetPerson(actor, new(rep.Number, rep.Id, rep.Terms with { Active = true }, rep.OptIns), null), _ => Word["back", Directory.NameOf(rep.Number)]);
    }
}

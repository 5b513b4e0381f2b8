using System.Globalization;
using System.Text.Json.Nodes;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Admin;

/// <summary>One person's page, drawn from one view; what is typed stays until it is saved, and follows what others change while nothing is typed.</summary>
public sealed partial class PersonBody
{
    private PersonForm form = default!;
    private PersonEntry? seen;
    private string cover = "";
    private string coach = "";
    private string? reason;
    private string rampChoice = "full";
    private bool leaving;
    private OpenLeads open = OpenLeads.Return;
    private string to = "";
    private string tried = "";
    private FloorPlan trial = FloorPlan.Empty;

    [Parameter, EditorRequired] public required PersonView View { get; set; }

    /// <summary>What was wrong with what was saved last, by field.</summary>
    [Parameter] public IReadOnlyDictionary<string, string[]>? Faults { get; set; }

    [Parameter] public EventCallback<PersonSave> Save { get; set; }

    [Parameter] public EventCallback<LeaveTaking> Leave { get; set; }

    [Parameter] public EventCallback ComeBack { get; set; }

    [Parameter] public ToastNote? ToastNote { get; set; }

    /// <summary>Runs the past with what is typed; null = there is no past.</summary>
    [Parameter] public Func<PersonForm, IProgress<int>, CancellationToken, Task<Rules.DryRunView?>>? Try { get; set; }

    [Parameter] public EventCallback<Guid> Undo { get; set; }

    /// <summary>Gives this person another password to begin with; without it, it is not offered.</summary>
    [Parameter] public EventCallback GivePassword { get; set; }

    /// <summary>The password that was just given: it is shown this once.</summary>
    [Parameter] public string? Given { get; set; }

    /// <summary>Whether they can sign in with a password already.</summary>
    [Parameter] public bool HasPassword { get; set; } = true;

    /// <summary>Who stands in and takes leads; null = nobody.</summary>
    private string? CoverName => View.Entry.Terms.Cover is { } stands ? View.Others.FirstOrDefault(o => o.Number == stands).Name : null;

    /// <summary>What can be done with open leads; each of them ends where somebody is.</summary>
    private IEnumerable<OpenLeads> Ways => CoverName is null ? [OpenLeads.Return, OpenLeads.HandTo, OpenLeads.ToManagers] : [OpenLeads.ToCover, OpenLeads.Return, OpenLeads.HandTo, OpenLeads.ToManagers];

    private int Held => View.Rep.Holdings.Leads.Count;

    private bool NeedsReason => (int)Math.Round(form.Weight * 1000) != View.Entry.Terms.WeightThousandths;

    protected override void OnParametersSet()
    {
        // Untouched, it follows; touched, it stays until it is what is agreed: saved here, or the same by somebody else.
        if (seen is null || (!IsSame(seen, View.Entry) && (!IsTouched(seen) || !IsTouched(View.Entry))))
        {
            Fill();
        }
    }

    private void Fill()
    {
        seen = View.Entry;
        form = new(View.Entry, View.Plan.Lanes.Select(l => l.Key));
        (cover, coach) = (Number(View.Entry.Terms.Cover), Number(View.Entry.Terms.Coach));
        reason = null;
        rampChoice = form.Induction is not null ? "hire" : form.Ramp == 100 ? "full" : "fixed";
    }

    private static bool IsSame(PersonEntry one, PersonEntry other) => FloorFilePeople.Same(one, other) && one.Terms.Cover == other.Terms.Cover && one.Terms.Coach == other.Terms.Coach;

    /// <summary>The rules under another reference whenever something else is typed: what was found of it before is no answer any more.</summary>
    private FloorPlan Trial()
    {
        var typed = form.ToJson().ToJsonString();
        if (typed != tried)
        {
            (tried, trial) = (typed, View.Plan with { });
        }

        return trial;
    }

    private bool IsTouched(PersonEntry entry) =>
        !JsonNode.DeepEquals(form.ToJson(), new PersonForm(entry, View.Plan.Lanes.Select(l => l.Key)).ToJson()) || cover != Number(entry.Terms.Cover) || coach != Number(entry.Terms.Coach);

    private static string Number(RepId? rep) => rep?.Number.ToString(CultureInfo.InvariantCulture) ?? "";

    private static RepId? Rep(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new RepId(number) : null;

    /// <summary>The label of the field that a path begins with.</summary>
    private string Label(string path) => Word[$"field-{path.Split('.', '[')[0]}"] is { ResourceNotFound: false } known ? known : path;

    private void Member(string team, bool isIn)
    {
        if (isIn)
        {
            form.Teams.Add(team);
        }
        else
        {
            form.Teams.Remove(team);
        }
    }

    private void RampChosen(ChangeEventArgs e)
    {
        rampChoice = e.Value as string ?? "full";
        form.Induction = rampChoice == "hire" ? View.Entry.Terms.Induction ?? Induction.ForNewHire(View.Today) : null;
        form.Ramp = rampChoice == "fixed" ? 50 : 100;
    }

    private void Pick(PickEventArgs pick)
    {
        var at = int.TryParse(pick.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
        switch (pick.Verb)
        {
            case "add-skill":
                form.Skills.Add(new());
                break;
            case "drop-skill" when at >= 0 && at < form.Skills.Count:
                form.Skills.RemoveAt(at);
                break;
            case "add-leave":
                form.Leave.Add(new() { From = View.Today.AddDays(1), Until = View.Today.AddDays(1) });
                break;
            case "drop-leave" when at >= 0 && at < form.Leave.Count:
                form.Leave.RemoveAt(at);
                break;
        }
    }

    private Task SaveAsync() => Save.InvokeAsync(new PersonSave(form, Rep(cover), Rep(coach), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));

    private void StartLeaving() => (leaving, open, to) = (true, Ways.First(), "");

    private void StopLeaving() => leaving = false;

    private async Task LeaveAsync()
    {
        if (open == OpenLeads.HandTo && Held > 0 && Rep(to) is null)
        {
            return;
        }

        leaving = false;
        await Leave.InvokeAsync(new LeaveTaking(open, Rep(to), null));
    }
}

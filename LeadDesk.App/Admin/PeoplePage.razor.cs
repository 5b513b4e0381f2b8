using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Admin;

/// <summary>Everybody on the floor, live, and the way to add somebody.</summary>
public sealed partial class PeoplePage
{
    private IReadOnlyList<PeopleLine>? lines;
    private IReadOnlyDictionary<string, string[]>? faults;

    [Inject] private FaultWording Wrong { get; set; } = default!;

    [Inject] private FloorSetUp SetUp { get; set; } = default!;

    [Inject] private PeopleDirectory Directory { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override bool WholeFloor => true;

    protected override void Look(Views views) => lines =
    [
        .. Floor.People.Select(p => PeopleLine.Of(Floor, p, Directory.NameOf(p.Number), Directory.Find(p.Number)?.Email ?? ""))
            .OrderByDescending(l => l.Active).ThenBy(l => l.Name, StringComparer.CurrentCultureIgnoreCase),
    ];

    private async Task AddAsync(NewPerson asked)
    {
        if (WasPressedInTheDark())
        {
            faults = Refused(Say["App.TooLate"]);
            return;
        }

        var body = new JsonObject { ["name"] = asked.Name, [LoginName.FieldOf(asked.Email)] = asked.Email };
        if (asked.Growing)
        {
            body["ramp"] = FloorFilePeople.Write(Induction.ForNewHire(Floor.DayOf(Floor.At).Day));
        }

        var put = await SetUp.PutPersonAsync(new PersonWish(Actor.Person(Me, "page"), null, JsonSerializer.SerializeToElement(body), null));
        faults = Wrong.Of(put.Errors);
        if (put.Answer is { IsDone: true })
        {
            Navigation.NavigateTo($"people/{Directory.FindByEmail(put.Email)!.Id}");
        }
        else if (put.Answer is { } answer)
        {
            faults = Refused(WhyNot(answer));
        }
    }

    /// <summary>What is wrong with no field in particular: said in the dialog, because nothing behind it is heard.</summary>
    private static Dictionary<string, string[]> Refused(string words) => new(StringComparer.Ordinal) { [""] = [words] };
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.App.Api;

/// <summary>The fair-share accounts of a lane, entry by entry; a rep may ask for their own.</summary>
internal static class LedgerApi
{
    private const int MostEntries = 500;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/ledger", ReadAsync).RequireAuthorization(Policies.Person).WithName("Ledger");
        api.MapGet("/ledger/entries/{entry:long}/receipt", static (long entry, HttpContext http, LeadReading reading) => reading.Receipt(http, Calls.Viewer(http), entry))
            .RequireAuthorization(Policies.Person).WithName("Receipt");
    }

    private static async Task<IResult> ReadAsync(HttpContext http, Calls calls, PeopleDirectory people, Projector projector, Records records, string? lane = null, string? rep = null, string? limit = null, string? after = null)
    {
        var floor = calls.Floor;
        var viewer = Calls.Viewer(http);
        var leads = floor.Person(viewer).Terms.LeadsTheFloor;
        if (lane is null || floor.Plan.Find(lane) is not { } rules)
        {
            return Problems.Field(http, "lane", "must be the key of a lane: " + string.Join(", ", floor.Plan.Lanes.Select(l => l.Key)));
        }

        var errors = new FieldErrors();
        var page = PageAsk.Read(errors, limit, after, 100, MostEntries);
        if (errors.Any)
        {
            return Problems.Fields(http, errors.ByField);
        }

        RepId? only = null;
        if (rep is not null)
        {
            only = rep == "me" ? viewer : Guid.TryParse(rep, out var id) ? floor.FindPerson(id)?.Number : null;
            if (only is null)
            {
                return Problems.Field(http, "rep", "must be `me` or the id of a person.");
            }
        }

        if (!leads && only != viewer)
        {
            return Problems.Of(http, 403, "forbidden", "Your own account is there with rep=me; managers see everybody's.");
        }

        await projector.ReachAsync(floor.Seq, http.RequestAborted);
        var rows = await records.LedgerAsync(lane, only?.Number, page.After ?? 0, page.Limit + 1, http.RequestAborted);
        var entries = rows.Select(r => new { Row = r, Shares = JsonSerializer.Deserialize<long[][]>(r.Shares)! }).ToList();
        var more = entries.Count > page.Limit;
        var shown = entries.Take(page.Limit).ToList();
        var ledger = floor.LedgerOf(lane);
        var views = calls.Views(floor);
        return Results.Json(new
        {
            lane,
            unit = Share.One.ToString(CultureInfo.InvariantCulture),
            balances = ledger.Accounts.Where(a => only is null || a.Key == only).OrderBy(a => people.NameOf(a.Key), StringComparer.CurrentCultureIgnoreCase).Select(a => new
            {
                repId = floor.Person(a.Key).Id,
                name = people.NameOf(a.Key),
                weight = floor.Person(a.Key).Terms.WeightThousandths / 1000m,
                due = Text(a.Value.Due),
                received = Text(a.Value.Received),
                balance = Text(a.Value.Balance),
                taken = floor.TallyOf(lane).Of(a.Key).Taken,
                expected = Math.Round(floor.TallyOf(lane).Of(a.Key).Expected / (decimal)DayExpected.Lead, 3),
            }),
            entries = shown.Select(e =>
            {
                var entry = new JsonObject { ["entry"] = e.Row.Seq, ["at"] = JsonSerializer.SerializeToNode(e.Row.At, Json.Options), ["kind"] = JsonSerializer.SerializeToNode(e.Row.Kind, Json.Options) };
                if (e.Row.Lead is { } lead && (leads || views.Lead(viewer, new LeadId(lead)) is not null))
                {
                    entry["leadId"] = lead;
                }

                entry["laneVersion"] = $"{lane}@{e.Row.LaneVersion}";
                entry["shares"] = new JsonArray([.. e.Shares.Where(s => leads || rules.Lane.Names || s[0] == viewer.Number)
                    .Select(s => (JsonNode)new JsonObject { ["repId"] = floor.Person(new RepId((int)s[0])).Id, ["amount"] = s[1].ToString(CultureInfo.InvariantCulture) })]);
                entry["receivedBy"] = leads || rules.Lane.Names || e.Row.Receiver == viewer.Number ? floor.Person(new RepId(e.Row.Receiver)).Id : null;
                entry["struckBy"] = e.Row.StruckBy;
                return entry;
            }),
            next = more ? shown[^1].Row.Seq.ToString(CultureInfo.InvariantCulture) : null,
        }, Json.Options);
    }

    private static string Text(Int128 units) => units.ToString(CultureInfo.InvariantCulture);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>Reads about leads that need the log or the rows behind it: one lead (closed ones too), its history, its receipt.</summary>
public sealed class LeadReading(Calls calls, CommittedFloor committed, Projector projector, EventLog log, Records records, DeskWording words, Account.PeopleDirectory people, PersonalData personal)
{
    public async Task<IResult> LeadAsync(HttpContext http, LeadId id)
    {
        var viewer = Calls.Viewer(http);
        if (committed.Now.Find(id) is not null)
        {
            return calls.Views().Lead(viewer, id) is { } card ? Results.Json(card, Json.Options) : Unknown(http);
        }

        return await ClosedAsync(viewer, id) is { } closed ? Results.Json(calls.Views().Closed(closed), Json.Options) : Unknown(http);
    }

    public async Task<IResult> HistoryAsync(HttpContext http, LeadId id)
    {
        var viewer = Calls.Viewer(http);
        if (!await SeesAllAsync(viewer, id))
        {
            return Unknown(http);
        }

        await projector.ReachAsync(committed.Now.Seq, http.RequestAborted);
        var rows = await records.StepsAsync(id.Value, http.RequestAborted);
        var notes = personal.Of(committed.Now, id).Notes;
        return Results.Json(rows.Select(e =>
        {
            var by = Guid.TryParse(e.Actor, out var person) ? person : (Guid?)null;
            return new
            {
                seq = e.Seq,
                at = DateTimeOffset.FromUnixTimeMilliseconds(e.At),
                act = e.Act,
                byId = by,
                byName = by is { } known ? people.Find(known)?.Name : null,
                from = e.Before,
                to = e.After,
                lane = e.Lane,
                reason = e.Reason,
                text = notes.GetValueOrDefault(e.Seq),
            };
        }), Json.Options);
    }

    public async Task<IResult> ReceiptAsync(HttpContext http, LeadId id)
    {
        var viewer = Calls.Viewer(http);
        var lead = committed.Now.Find(id) ?? await ClosedAsync(viewer, id);
        return lead is not null && await SeesAllAsync(viewer, id) && lead.ReceiptSeq is { } seq ? Receipt(http, viewer, seq) : Unknown(http);
    }

    /// <summary>A decision by its entry's number: managers and everybody who is named in it, once the lead has an owner.</summary>
    public IResult Receipt(HttpContext http, RepId viewer, long entry)
    {
        var stored = log.ReadFrom(entry - 1, 1).FirstOrDefault();
        if (stored is null || stored.Seq != entry)
        {
            return Unknown(http);
        }

        var (receipt, way, lead, open) = EventCodec.Read(stored).Event switch
        {
            LeadEvent.Offered e => (e.Receipt, (TakeWay?)null, e.Lead, committed.Now.Find(e.Lead) is { Owner: null, IsClosed: false }),
            LeadEvent.Taken { Receipt: { } r } e => (r, e.Way, e.Lead, false),
            _ => ((Domain.Distribution.Receipt?)null, (TakeWay?)null, default(LeadId), true),
        };
        if (receipt is null)
        {
            return Unknown(http);
        }

        var leads = committed.Now.Person(viewer).Terms.LeadsTheFloor;
        var named = receipt.Chosen == viewer || receipt.Eligible.Any(c => c.Rep == viewer) || receipt.PassedOver.Any(p => p.Rep == viewer);
        if (!leads && !(receipt.Chosen == viewer || (named && !open)))
        {
            return Unknown(http);
        }

        return Results.Json(Write(stored, receipt, way, lead, viewer, leads), Json.Options);
    }

    private JsonObject Write(StoredEvent stored, Receipt receipt, TakeWay? way, LeadId lead, RepId viewer, bool leads)
    {
        var floor = committed.Now;
        var lane = floor.Plan.Find(receipt.Lane);
        var names = leads || lane?.Lane.Names != false;
        string? Name(RepId rep) => names || rep == viewer ? people.NameOf(rep) : null;
        var json = new JsonObject
        {
            ["laneVersion"] = $"{receipt.Lane}@{receipt.LaneVersion}",
            ["at"] = JsonSerializer.SerializeToNode(DateTimeOffset.FromUnixTimeMilliseconds(stored.At), Json.Options),
            ["method"] = receipt.Method,
            ["eligible"] = new JsonArray([.. receipt.Eligible.Select((c, i) => (JsonNode)new JsonObject
            {
                ["repId"] = floor.Person(c.Rep).Id,
                ["name"] = Name(c.Rep),
                ["balance"] = c.Balance.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["rank"] = i + 1,
            })]),
            ["passedOver"] = new JsonArray([.. receipt.PassedOver.Select(p => (JsonNode)new JsonObject
            {
                ["repId"] = floor.Person(p.Rep).Id,
                ["name"] = Name(p.Rep),
                ["test"] = p.Test.ToString(),
                ["reason"] = words.TestName(p.Test),
            })]),
            ["chosen"] = floor.Person(receipt.Chosen).Id,
            ["tieBreak"] = receipt.TieBreak?.ToString(),
            ["forced"] = receipt.Forced?.ToString(),
            ["sentence"] = words.Sentence(receipt, way, r => Name(r) ?? words.Colleague, lane?.Lane.Name ?? receipt.Lane),
        };
        if (calls.Views().Lead(viewer, lead) is not null)
        {
            json["leadId"] = lead.Value;
        }

        return json;
    }

    private async Task<bool> SeesAllAsync(RepId viewer, LeadId id)
    {
        var floor = committed.Now;
        return floor.Find(id) is { } lead
            ? Visibility.Of(floor, viewer, lead, calls.Now, floor.DayOf(calls.Now)) == Reveal.All
            : await ClosedAsync(viewer, id) is not null;
    }

    /// <summary>A lead that has left the floor, for managers and the one who closed it.</summary>
    private async Task<Lead?> ClosedAsync(RepId viewer, LeadId id)
    {
        var guid = id.Value;
        var row = await records.ClosedAsync(guid);
        if (row is null || !(committed.Now.Person(viewer).Terms.LeadsTheFloor || row.Owner == viewer.Number))
        {
            return null;
        }

        var texts = log.PersonalOf(guid).Where(t => t.Kind == PersonalTexts.Lead).ToList();
        return ClosedLead.Read(row.Card) with { Facts = texts.Count == 0 ? Facts.None : PersonalTexts.ReadLead(texts[0].Text).Facts };
    }

    private static IResult Unknown(HttpContext http) => Problems.Of(http, 404, "unknown", "There is no such thing here, or it is not for you to see.");
}

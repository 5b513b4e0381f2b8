using System.Globalization;
using LeadDesk.App.Desk;
using LeadDesk.App.Fairness;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>Reads about leads that need the log or the rows behind it: one lead (closed ones too), its history, its receipt.</summary>
public sealed class LeadReading(Calls calls, CommittedFloor committed, Projector projector, EventLog log, Records records, ReceiptReading receipts, Account.PeopleDirectory people, PersonalData personal)
{
    public async Task<IResult> LeadAsync(HttpContext http, LeadId id)
    {
        var viewer = Calls.Viewer(http);
        if (calls.Views().Lead(viewer, id) is { } card)
        {
            return Results.Json(card, Json.Options);
        }

        return await ClosedAsync(viewer, id) is { } closed ? Results.Json(calls.Views().Closed(viewer, closed), Json.Options) : Unknown(http);
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
            return new HistoryLine(
                e.Seq,
                DateTimeOffset.FromUnixTimeMilliseconds(e.At),
                e.Act,
                by,
                by is { } known && people.Find(known) is { } entry && MayName(viewer, entry.Number, e.Lane) ? entry.Name : null,
                e.Before,
                e.After,
                e.Lane,
                e.Reason,
                notes.GetValueOrDefault(e.Seq));
        }), Json.Options);
    }

    private bool MayName(RepId viewer, RepId person, string? laneVersion) =>
        laneVersion is null || laneVersion.Split('@') is not [var lane, var version] || receipts.MayName(viewer, person, lane, int.Parse(version, CultureInfo.InvariantCulture));

    public async Task<IResult> ReceiptAsync(HttpContext http, LeadId id)
    {
        var viewer = Calls.Viewer(http);
        var lead = OpenBefore(viewer, id) ?? await ClosedAsync(viewer, id);
        return lead?.ReceiptSeq is { } seq ? Receipt(http, viewer, seq) : Unknown(http);
    }

    /// <summary>A decision by its entry's number: managers and everybody who is named in it, once the lead has an owner.</summary>
    public IResult Receipt(HttpContext http, RepId viewer, long entry) =>
        receipts.Of(viewer, entry) is { } card ? Results.Json(ReceiptJson.Write(card), Json.Options) : Unknown(http);

    /// <summary>Whether a lead, open or closed, lies before this person with everything in it.</summary>
    public async Task<bool> SeesAllAsync(RepId viewer, LeadId id) =>
        OpenBefore(viewer, id) is not null || await ClosedAsync(viewer, id) is not null;

    /// <summary>A lead on the floor that this person may see all of.</summary>
    private Lead? OpenBefore(RepId viewer, LeadId id)
    {
        var floor = committed.Now;
        return floor.Find(id) is { } lead && Visibility.Of(floor, viewer, lead, calls.Now, floor.DayOf(calls.Now)) == Reveal.All ? lead : null;
    }

    /// <summary>
    /// A lead that has left the floor, for managers and the one who closed it. Also asked for what is on the floor but not for these eyes:
    /// a hidden lead makes the same work as one that never was.
    /// </summary>
    public async Task<Lead?> ClosedAsync(RepId viewer, LeadId id)
    {
        var guid = id.Value;
        var row = await records.ClosedAsync(guid);
        if (row is null || committed.Now.Find(id) is not null || !(committed.Now.Person(viewer).Terms.LeadsTheFloor || row.Owner == viewer.Number))
        {
            return null;
        }

        var lead = ClosedLead.Read(row.Card);
        return lead with { Facts = log.PersonalOf(guid).Where(t => t.Seq == lead.FactsSeq).Select(t => PersonalTexts.FactsOf(t.Kind, t.Text)).FirstOrDefault(Facts.None) };
    }

    private static IResult Unknown(HttpContext http) => Problems.Of(http, 404, "unknown", "There is no such thing here, or it is not for you to see.");
}

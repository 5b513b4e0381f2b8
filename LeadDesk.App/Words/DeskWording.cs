using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Words;

/// <summary>Puts what the desk knows into words: refusals, reasons, why me. Names come from the accounts, personal data from the store.</summary>
public sealed class DeskWording(IStringLocalizer<DeskWords> texts, PeopleDirectory people, PersonalData personal)
{
    public Wording For(SalesFloor floor) => new()
    {
        Name = people.NameOf,
        Held = Held,
        Why = Why,
        Cannot = Cannot,
        NoteOf = (lead, seq) => personal.Of(floor, lead).Notes.GetValueOrDefault(seq),
        NoticeOf = personal.Notice,
        PersonOf = lead => personal.Of(floor, lead).Person,
    };

    /// <summary>A refusal in one sentence for the person it is told to; where the lead's lane hides names, others are colleagues.</summary>
    public string Of(Refusal refusal, SalesFloor floor, DateTimeOffset now, RepId viewer, LeadId? lead = null)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(floor);
        var names = MayName(refusal, floor, viewer, lead);
        var by = refusal.By is { } rep ? names ? people.NameOf(rep) : Colleague : null;
        var person = refusal.Person is { } about ? people.NameOf(about) : "";
        var code = CodeName.Of(refusal.Code);
        return refusal.Code switch
        {
            RefusalCode.AlreadyTaken => texts[names ? code : code + "-masked", by!, Ago(now - refusal.At!.Value)],
            RefusalCode.OfferEnded or RefusalCode.NotYours or RefusalCode.Stale when by is null => texts[code + "-open"],
            RefusalCode.OfferEnded => texts[code, by, Ago(now - refusal.At!.Value)],
            RefusalCode.NotYours or RefusalCode.Stale => texts[code, by],
            RefusalCode.TooEarly => texts[code, Math.Ceiling((refusal.At!.Value - now).TotalMilliseconds)],
            RefusalCode.TooManyClaims => texts[code, Math.Max(1, Math.Ceiling((refusal.At!.Value - now).TotalSeconds))],
            RefusalCode.NotEligible => texts[$"{code}-{refusal.Test}", person, ""],
            RefusalCode.AtLimit => texts[code, refusal.Person is { } full ? floor.Person(full).Terms.Places : 0],
            RefusalCode.CoolDown => texts[code, ""],
            RefusalCode.NeedsForce => texts[code, person, texts[$"force-{refusal.Test}"].Value],
            _ => texts[code],
        };
    }

    /// <summary>Why nothing could be written, for whoever looks at a page.</summary>
    public string Of(Unwritten unwritten)
    {
        ArgumentNullException.ThrowIfNull(unwritten);
        return texts[$"unwritten-{unwritten.Why}"];
    }

    /// <summary>Whether this person may be told who it was.</summary>
    public static bool MayName(Refusal refusal, SalesFloor floor, RepId viewer, LeadId? lead)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(floor);
        return refusal.By == viewer || lead is not { } id || Visibility.MayName(floor, viewer, floor.Find(id)?.Stay?.Lane);
    }

    /// <summary>Why somebody who could have had it did not get it, or could not have it; null for whoever got it.</summary>
    public string? WhyNot(Receipt receipt, TakeWay? way, RepId person)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        foreach (var passed in receipt.PassedOver)
        {
            if (passed.Rep == person && receipt.Chosen != person)
            {
                return texts["mine-passed", TestName(passed.Test)];
            }
        }

        var rank = receipt.Eligible.Select((c, i) => c.Rep == person ? i + 1 : 0).FirstOrDefault(r => r > 0);
        return rank == 0 || receipt.Chosen == person ? null
            : way is TakeWay.Pulled or TakeWay.Claimed or TakeWay.WalkIn or TakeWay.Assigned or TakeWay.HandedOver or TakeWay.Territory or TakeWay.Transferred or TakeWay.Booked or TakeWay.SentBack or TakeWay.CameBack ? texts["mine-could"].Value
            : texts["mine-rank", rank, receipt.Eligible.Count].Value;
    }

    public string You => texts["you"];

    /// <summary>A lane by the name it had then; the managers' list by its own.</summary>
    public string LaneName(SalesFloor floor, string lane, int version)
    {
        ArgumentNullException.ThrowIfNull(floor);
        return floor.MarkOf(lane, version)?.Name ?? floor.Plan.Find(lane)?.Lane.Name ?? (lane == Fallback.Managers.Key ? texts["managers-list"] : lane);
    }

    /// <summary>A decision in one sentence.</summary>
    public string Sentence(Receipt receipt, TakeWay? way, Func<RepId, string> name, string lane)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(name);
        var because = way switch
        {
            TakeWay.Assigned => texts[receipt.Forced is null ? "receipt-assigned" : "receipt-forced"],
            TakeWay.HandedOver => texts["receipt-handed-over"],
            TakeWay.Claimed when receipt is { PhotoFinishMs: { } window, TieBreak: { } tie } => texts["receipt-finish", receipt.Eligible.Count, window, texts[$"receipt-{tie.ToString().ToLowerInvariant()}", receipt.Eligible.Count].Value],
            TakeWay.Pulled or TakeWay.Claimed or TakeWay.WalkIn => texts["receipt-taken"],
            TakeWay.Territory => texts["receipt-territory"],
            TakeWay.Transferred => texts["receipt-transferred"],
            TakeWay.Booked => texts["receipt-booked"],
            TakeWay.SentBack => texts["receipt-sent-back"],
            TakeWay.CameBack => texts["receipt-came-back"],
            _ when receipt.Ground is { } ground && receipt.TieBreak is { } tie => texts["receipt-ground-tie", texts[$"ground-{ground}", receipt.Eligible.Count].Value, texts[$"receipt-{tie.ToString().ToLowerInvariant()}", receipt.Eligible.Count].Value],
            _ when receipt.Ground is { } ground => texts["receipt-ground", texts[$"ground-{ground}", receipt.Eligible.Count].Value],
            _ when receipt.TieBreak is { } tie => texts[$"receipt-{tie.ToString().ToLowerInvariant()}", receipt.Eligible.Count],
            _ => texts["receipt-alone"],
        };
        return texts["receipt-chosen", name(receipt.Chosen), lane, because.Value];
    }

    /// <summary>By which steps of a blend a lead came to the lane of a decision; "" = it came by itself.</summary>
    public string Steps(SalesFloor floor, Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(receipt);
        return receipt.Steps is { } steps
            ? texts["receipt-steps", LaneName(floor, steps.Blend, steps.Version), string.Join(" → ", steps.Stages.Select(s => floor.Plan.Find(s)?.Lane.Name ?? s))]
            : "";
    }

    /// <summary>Who stands by whoever has it; "" = nobody.</summary>
    public string Beside(Receipt receipt, Func<RepId, string> name)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(name);
        return receipt.Coach is { } coach ? texts["receipt-beside", name(coach)] : "";
    }

    /// <summary>What a test of eligibility asks, as the reason for somebody who failed it.</summary>
    public string TestName(Test test) => texts[$"test-{test}"];

    public string Colleague => texts["colleague"];

    private static string Ago(TimeSpan span) => span.TotalSeconds switch
    {
        // So close that the difference is the news.
        < 10 => $"{Math.Max(0, Math.Floor(span.TotalSeconds * 10) / 10).ToString("0.#", CultureInfo.CurrentCulture)} s",
        < 60 => $"{Math.Max(0, (int)span.TotalSeconds)} s",
        < 3600 => $"{(int)span.TotalMinutes} min",
        _ => $"{(int)span.TotalHours} h",
    };

    private string Held(HeldCause cause, LaneRules? lane, ImmutableArray<TallyLine> tally) => cause switch
    {
        HeldCause.PassedByAll => texts["held-passed"],
        HeldCause.WithManagers => texts["held-managers"],
        HeldCause.Broke => texts["held-broke"],
        HeldCause.Closed => texts["held-closed"],
        HeldCause.Paused => texts["held-paused"],
        HeldCause.Busy => texts["held-busy"],
        HeldCause.ToBeTaken => texts["held-to-be-taken"],
        HeldCause.ManagerDecides => texts["held-manager-decides"],
        HeldCause.AtOnce => texts["held-at-once"],
        _ when tally.IsEmpty => texts["held-nobody-plain"],
        _ => texts["held-nobody", string.Join(", ", tally.Select(t => texts[$"tally-{t.Test}", t.Count.ToString(CultureInfo.CurrentCulture)].Value))],
    };

    private string Why(LaneRules? lane, Gist gist)
    {
        var name = lane?.Lane.Name ?? "";
        return gist.Way switch
        {
            null => gist.Among <= 1 ? texts["why-offered-alone", name] : texts["why-offered", name, gist.Among],
            TakeWay.Pulled => texts["why-pulled", name],
            TakeWay.Claimed when gist.PhotoFinish => texts["why-finish", name, gist.Among],
            TakeWay.Claimed => texts["why-claimed", name],
            TakeWay.Accepted => texts["why-accepted", name, gist.Among],
            TakeWay.Pushed => texts["why-pushed", name, gist.Among],
            TakeWay.Assigned => texts["why-assigned"],
            TakeWay.HandedOver => texts["why-handed-over"],
            TakeWay.WalkIn => texts["why-walk-in"],
            TakeWay.Territory => texts["why-territory", name],
            TakeWay.Transferred => texts["why-transferred"],
            TakeWay.Booked => texts["why-booked"],
            TakeWay.SentBack => texts["why-sent-back"],
            TakeWay.CameBack => texts["why-came-back"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private string Cannot(RefusalCode code, Test? test, Rep rep, LaneRules lane) => code switch
    {
        RefusalCode.NotEligible => texts[$"{CodeName.Of(code)}-{test}", people.NameOf(rep.Number), lane.Lane.Name],
        RefusalCode.AtLimit when rep.PlacesUsed < rep.Terms.Places => texts["at-limit-lane", lane.Lane.Name],
        RefusalCode.AtLimit => texts[CodeName.Of(code), rep.Terms.Places],
        _ => texts[CodeName.Of(code), lane.Lane.Name],
    };
}

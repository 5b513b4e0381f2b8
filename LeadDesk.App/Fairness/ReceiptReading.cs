using System.Collections.Immutable;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.App.Store;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Fairness;

/// <summary>
/// Reads receipts with one person's eyes. Managers read all of them; whoever is named in one reads it once the lead has an owner. Names
/// are shown as the lane's version of that time allowed, so that a later edit changes no receipt.
/// </summary>
public sealed class ReceiptReading(Calls calls, EventLog log, PeopleDirectory people, DeskWording words)
{
    /// <summary>The decision at a number of the log; null where there is none for these eyes.</summary>
    public ReceiptCard? Of(RepId viewer, long entry)
    {
        var stored = log.ReadFrom(entry - 1, 1).FirstOrDefault();
        return stored is not null && stored.Seq == entry && Decision.Of(stored) is { } decision && MayRead(viewer, decision) ? Card(viewer, decision) : null;
    }

    /// <summary>Whether this person's name may be told to the viewer where a version of a lane is concerned.</summary>
    public bool MayName(RepId viewer, RepId person, string lane, int version)
    {
        var floor = calls.Floor;
        return person == viewer || floor.Person(viewer).Terms.LeadsTheFloor || (floor.MarkOf(lane, version)?.Names ?? floor.Plan.Find(lane)?.Lane.Names) != false;
    }

    public ReceiptCard Card(RepId viewer, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var (floor, receipt) = (calls.Floor, decision.Receipt);
        string? Name(RepId rep) => MayName(viewer, rep, receipt.Lane, receipt.LaneVersion) ? people.NameOf(rep) : null;
        string Called(RepId rep) => rep == viewer ? words.You : Name(rep) ?? words.Colleague;
        var lane = words.LaneName(floor, receipt.Lane, receipt.LaneVersion);
        var sentence = words.Sentence(receipt, decision.Way, Called, lane) + words.Steps(floor, receipt);

        // Who learns with whom is between the two of them and the managers.
        sentence += receipt.Chosen == viewer || receipt.Coach == viewer || floor.Person(viewer).Terms.LeadsTheFloor ? words.Beside(receipt, Called) : "";
        return new()
        {
            Entry = decision.Seq,
            At = decision.At,
            Lane = receipt.Lane,
            LaneName = lane,
            LaneVersion = receipt.LaneVersion,
            Method = receipt.Method,
            Way = decision.Way,
            Lead = calls.Views(floor).Lead(viewer, decision.Lead) is null ? null : decision.Lead,
            Eligible = [.. receipt.Eligible.Select((c, i) => new ReceiptPerson(floor.Person(c.Rep).Id, c.Rep.Number, Name(c.Rep), c.Rep == viewer, i + 1, c.Balance, null, null))],
            PassedOver = [.. receipt.PassedOver.Select(p => new ReceiptPerson(floor.Person(p.Rep).Id, p.Rep.Number, Name(p.Rep), p.Rep == viewer, null, 0, p.Test, words.TestName(p.Test)))],
            Chosen = floor.Person(receipt.Chosen).Id,
            ChosenName = Name(receipt.Chosen),
            ChosenIsReader = receipt.Chosen == viewer,
            TieBreak = receipt.TieBreak,
            Ground = receipt.Ground,
            Figures = (receipt.Figures ?? default).Items.ToImmutableDictionary(f => floor.Person(f.Rep).Id),
            Forced = receipt.Forced,
            Steps = receipt.Steps,
            Sentence = words.WhyNot(receipt, decision.Way, viewer) is { } mine ? $"{sentence} {mine}" : sentence,
        };
    }

    private bool MayRead(RepId viewer, Decision decision)
    {
        var (floor, receipt) = (calls.Floor, decision.Receipt);
        if (floor.Person(viewer).Terms.LeadsTheFloor || receipt.Chosen == viewer || receipt.Coach == viewer)
        {
            return true;
        }

        var stillOpen = decision.Way is null && floor.Find(decision.Lead) is { Owner: null, IsClosed: false };
        return !stillOpen && (receipt.Eligible.Any(c => c.Rep == viewer) || receipt.PassedOver.Any(p => p.Rep == viewer));
    }
}

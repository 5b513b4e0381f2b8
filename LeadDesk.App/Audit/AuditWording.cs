using LeadDesk.App.Desk;
using LeadDesk.App.Shell;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Audit;

/// <summary>Says what an event of the log is: from its codes, so that it reads in every language.</summary>
public sealed class AuditWording(IStringLocalizer<AuditWords> texts, IStringLocalizer<Texts> common, CommittedFloor committed, DeskWording words)
{
    public string this[string key] => texts[key];

    public string this[string key, params object[] values] => texts[key, values];

    /// <summary>An act in two or three words.</summary>
    public string Name(string act) => texts[$"act-{act}"] is { ResourceNotFound: false } known ? known.Value : act;

    /// <summary>key@version of the log by the name the lane had then.</summary>
    public string? LaneName(string? lane) =>
        lane?.Split('@') is [var key, var version] ? words.LaneName(committed.Now, key, int.Parse(version, System.Globalization.CultureInfo.InvariantCulture)) : null;

    public string Who(string? actor, string? name) =>
        name ?? (actor?.StartsWith("source:", StringComparison.Ordinal) == true
            ? committed.Now.Plan.Plan.Sources.FirstOrDefault(s => s.Key == actor["source:".Length..])?.Name ?? actor["source:".Length..]
            : texts["desk"]);

    /// <summary>The event in a few words. Step is the event itself where it could be read.</summary>
    public string What(AuditLine line, FloorEvent? step)
    {
        ArgumentNullException.ThrowIfNull(line);
        var (head, more) = Split(line.Reason);
        return step switch
        {
            FloorEvent.PresenceSet e => texts[$"presence-{e.Cause}", line.AboutName ?? "", common[$"Presence.{e.Presence}"].Value],
            FloorEvent.OptInSet e => texts[e.OptIn.On ? "opt-in-on" : "opt-in-off", line.AboutName ?? "", LaneOf(e.Lane), Phrases.Line(e.OptIn.PerDay is { } most ? texts["per-day", most].Value : null, e.OptIn.Quiet is { } quiet ? texts["quiet", quiet].Value : null)].Value.Trim(),
            FloorEvent.ConnectionChanged e => texts[e.Connected ? "connection-on" : "connection-off", line.AboutName ?? ""],
            LeadEvent.Attempted e => Phrases.Line(common[$"Channel.{e.Channel}"], common[$"Result.{e.Result}"]),
            LeadEvent.Undone e => texts["undone", e.Seq],
            FloorEvent.ProposalClosed e => texts[$"proposal-{e.Why}", line.AboutName ?? ""],
            FloorEvent.PersonSet { Terms.Active: false } => texts["person-left", line.AboutName ?? ""],
            FloorEvent.PersonUndone e => texts["undone", e.Seq],
            FloorEvent.Exported e => texts["exported", texts[$"export-{e.What}"] is { ResourceNotFound: false } what ? what.Value : e.What],
            _ => Found($"{line.Act}-{head}-{more}", line) ?? Found($"{line.Act}-{head}", line) ?? Found(line.Act, line) ?? line.Act,
        };
    }

    private static (string Head, string More) Split(string? reason) => reason?.Split(':', 2) switch
    {
        [var head, var more] => (head, more),
        [var head] => (head, ""),
        _ => ("", ""),
    };

    private string? Found(string key, AuditLine line) =>
        texts[key, line.AboutName ?? line.ToName ?? "", line.FromName ?? "", line.LaneName ?? ""] is { ResourceNotFound: false } known ? known.Value : null;

    private string LaneOf(string key) => committed.Now.Plan.Find(key)?.Lane.Name ?? key;
}

using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>
/// The whole set-up of a floor as one JSON document: read, merged into a floor, written. People go by e-mail, the rest by key. What is not
/// mentioned, entry or field, stays as it is; null means the default again; "replace": true begins from nothing.
/// </summary>
public static class FloorFile
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a file by itself. What depends on the floor it is for (locations, teams and lanes it points to) is judged by Merge.</summary>
    public static FloorFileRead Read(string json, IReadOnlyCollection<string> methods)
    {
        ArgumentNullException.ThrowIfNull(json);
        var body = JsonText.Parse(json);
        if (body.Json is { } root)
        {
            return Read(root, methods);
        }

        var errors = new FieldErrors();
        errors.Add("", body.Problem!.Detail);
        return new FloorFileRead { Errors = errors };
    }

    /// <summary>The same for a body that <see cref="BodyReader"/> or <see cref="JsonText"/> has parsed.</summary>
    public static FloorFileRead Read(JsonElement json, IReadOnlyCollection<string> methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        var parts = FloorFileParts.Over(json, FloorPlan.Empty, [], methods, alone: true);
        return new FloorFileRead { Errors = parts.Errors, Replace = parts.Replace, People = parts.People, Json = json, Methods = methods };
    }

    /// <summary>What the floor becomes by this file, or every fault of it: those of the reading too. Lanes stand in the file's order, those it does not name keep theirs behind it; a lane's version rises only if the lane says something else.</summary>
    public static FloorFileMerge Merge(FloorPlan plan, IReadOnlyCollection<PersonEntry> people, FloorFileRead file)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(file);
        if (file.Json.ValueKind != JsonValueKind.Object)
        {
            return new FloorFileMerge { Errors = file.Errors, Plan = plan };
        }

        people = [.. people.Select(p => WithLanesOf(plan, p))];
        var parts = FloorFileParts.Over(file.Json, file.Replace ? FloorPlan.Empty : plan, file.Replace ? [] : people, file.Methods, alone: false);
        FloorFileChecks.Check(parts);
        parts = parts with { Plan = parts.Plan with { Lanes = Known(parts, people) } };
        if (parts.Errors.Any || !file.Ok)
        {
            return new FloorFileMerge { Errors = parts.Errors.Any ? parts.Errors : file.Errors, Plan = plan };
        }

        var merged = FloorFileVersions.Number(parts.Plan, plan);
        return new FloorFileMerge
        {
            Errors = parts.Errors,
            Plan = merged,
            PlanChanged = !JsonNode.DeepEquals(Write(plan), Write(merged)),
            People = Changes(people, parts, merged),
            Secrets = parts.Secrets,
        };
    }

    /// <summary>The floor as a file, without any secret and without those who left.</summary>
    public static string Write(FloorPlan plan, IEnumerable<PersonEntry> people)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var everybody = people.ToList();
        var emails = everybody.Where(p => p is { Id: not null, Terms.Active: true }).ToDictionary(p => p.Id!.Value, p => p.Email);
        var written = Write(plan with { Lanes = LanePeople.WithEmails(plan.Lanes, id => emails.GetValueOrDefault(id)) });
        written["people"] = new JsonArray([.. everybody.Where(p => p.Terms.Active).Select(p => FloorFilePeople.Write(WithLanesOf(plan, p)))]);
        return written.ToJsonString(Readable);
    }

    /// <summary>Whether two plans agree in all that is set for the floor as a whole: zone, currency, clocks, outcomes, replies, branding.</summary>
    internal static bool SameSettings(FloorPlan one, FloorPlan other) => JsonNode.DeepEquals(Write(Settings(one)), Write(Settings(other)));

    private static FloorPlan Settings(FloorPlan plan) => plan with { Locations = [], Teams = [], Sources = [], Lanes = [] };

    private static JsonObject Write(FloorPlan plan) => new JsonObject
    {
        ["timeZone"] = plan.TimeZone,
        ["currency"] = plan.Currency,
        ["locations"] = new JsonArray([.. plan.Locations.Select(FloorFilePlaces.Write)]),
        ["teams"] = new JsonArray([.. plan.Teams.Select(FloorFilePlaces.Write)]),
        ["sources"] = new JsonArray([.. plan.Sources.Select(FloorFileSources.Write)]),
        ["lanes"] = new JsonArray([.. plan.Lanes.Select(FloorFileLanes.Write)]),
        ["clocks"] = FloorFileClocks.Write(plan.Clocks),
        ["outcomes"] = FloorFileOutcomes.Write(plan.Outcomes),
    }
        .Unless(plan.Replies.IsEmpty, "replies", new JsonArray([.. plan.Replies.Select(r => (JsonNode)r)]))
        .Unless(plan.Branding is null, "branding", plan.Branding is { } branding ? FloorFileBranding.Write(branding) : null);

    /// <summary>The lanes with the ids of those who are here already; whoever the file brings along gets theirs with the account, and nobody else may be named.</summary>
    private static ImmutableArray<Lane> Known(FloorFileParts parts, IReadOnlyCollection<PersonEntry> people)
    {
        var ids = people.Where(p => p.Id is not null).ToDictionary(p => FloorFilePeople.KeyOf(p.Email), p => p.Id!.Value, StringComparer.Ordinal);
        var coming = parts.People.Select(p => FloorFilePeople.KeyOf(p.Email)).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, email) in LanePeople.Emails(parts.Plan.Lanes).Where(e => !ids.ContainsKey(FloorFilePeople.KeyOf(e.Email)) && !coming.Contains(FloorFilePeople.KeyOf(e.Email))))
        {
            parts.Errors.Add(path, $"Nobody here has the e-mail address {email}.");
        }

        return LanePeople.WithIds(parts.Plan.Lanes, e => ids.TryGetValue(FloorFilePeople.KeyOf(e), out var id) ? id : null);
    }

    // A wish for a lane that is gone says nothing any more, and would make the file that is written from it a wrong one.
    private static PersonEntry WithLanesOf(FloorPlan plan, PersonEntry person) =>
        person with { OptIn = person.OptIn.Where(o => plan.Lanes.Any(l => l.Key == o.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal) };

    private static ImmutableArray<PersonChange> Changes(IReadOnlyCollection<PersonEntry> people, FloorFileParts parts, FloorPlan plan)
    {
        var named = parts.People.ToDictionary(p => FloorFilePeople.KeyOf(p.Email), StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<PersonChange>();
        foreach (var before in people)
        {
            var after = named.Remove(FloorFilePeople.KeyOf(before.Email), out var entry) ? entry with { Email = before.Email }
                : parts.Replace ? before with { Terms = before.Terms with { Active = false } }
                : before with { Terms = FloorFilePeople.InZone(before.Terms, FloorFileParts.ZoneOf(plan, before.Terms.Location)) };
            if (after.HasSecrets || !FloorFilePeople.Same(before, after))
            {
                changes.Add(new PersonChange(before, after));
            }
        }

        changes.AddRange(parts.People.Where(p => named.ContainsKey(FloorFilePeople.KeyOf(p.Email))).Select(p => new PersonChange(null, p)));
        return changes.ToImmutable();
    }
}

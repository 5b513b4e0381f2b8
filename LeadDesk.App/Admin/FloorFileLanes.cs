using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;

namespace LeadDesk.App.Admin;

/// <summary>
/// Lanes of the floor file. Beside the contract's names for the order, hotFirst and earliestDeadline are read too; the short ones are written.
/// The stages of a blend are kept in Settings["stages"] as lane keys with commas between them.
/// </summary>
internal static class FloorFileLanes
{
    public const string Stages = "stages";

    private const int MostMinutes = 60 * 24 * 366;
    private const int MostSeconds = 86_400 * 30;

    private static readonly ImmutableArray<string> OrderNames = ["fifo", "lifo", "score", "hot", "deadline", "hotFirst", "earliestDeadline"];

    public static Lane Read(Fields f, string key, Lane? before, IReadOnlyCollection<string> methods, bool alone)
    {
        if (key is "next" or "managers")
        {
            f.Wrong("key", $"The word {key} means something else in a fallback; another key is expected.");
        }

        var fresh = new Lane { Key = key, Name = key, Method = "" };
        var basis = before ?? fresh;
        var method = f.OneOf("method", methods, required: !alone && before is null) ?? basis.Method;
        return basis with
        {
            Name = f.Or("name", f.Text("name", 200), key, basis.Name),
            When = f.Or("when", FloorFileFilters.Read(f), LaneFilter.Everything, basis.When),
            Method = method,
            Order = f.Or("order", Order(f), fresh.Order, basis.Order),
            Reveal = f.OrNone("reveal", f.OneOf<Reveal>("reveal"), basis.Reveal),
            Rings = f.Or("rings", FloorFileRings.Read(f), fresh.Rings, basis.Rings),
            OfferSeconds = f.Or("offerSeconds", f.Whole("offerSeconds", 1, MostSeconds), fresh.OfferSeconds, basis.OfferSeconds),
            MoreTime = f.Or("moreTime", f.Whole("moreTime", 0, 10), fresh.MoreTime, basis.MoreTime),
            FirstAttemptMinutes = f.Or("firstAttemptMinutes", f.Whole("firstAttemptMinutes", 1, MostMinutes), fresh.FirstAttemptMinutes, basis.FirstAttemptMinutes),
            OwnerMinutes = f.OrNone("ownerMinutes", f.Whole("ownerMinutes", 1, MostMinutes), basis.OwnerMinutes),
            OwnershipDays = f.Or("ownershipDays", f.Whole("ownershipDays", 1, 3_660), fresh.OwnershipDays, basis.OwnershipDays),
            PhotoFinishMs = f.Or("photoFinishMs", f.Whole("photoFinishMs", 0, 2_000), fresh.PhotoFinishMs, basis.PhotoFinishMs),
            AlertMinMs = f.Or("alertMinMs", f.Whole("alertMinMs", 0, 60_000), fresh.AlertMinMs, basis.AlertMinMs),
            ClaimsPerMinute = f.OrNone("claimsPerMinute", f.Whole("claimsPerMinute", 1, 100_000), basis.ClaimsPerMinute),
            WarnAtPercent = f.OrNone("warnAtPercent", f.WarnAt(), basis.WarnAtPercent),
            HoldMinutes = f.Or("holdMinutes", TwoRising(f, "holdMinutes"), fresh.HoldMinutes, basis.HoldMinutes),
            LeftBehindMinutes = f.Or("leftBehindMinutes", TwoRising(f, "leftBehindMinutes"), fresh.LeftBehindMinutes, basis.LeftBehindMinutes),
            MaxAgeMinutes = f.Or("maxAgeMinutes", f.Whole("maxAgeMinutes", 1, MostMinutes), fresh.MaxAgeMinutes, basis.MaxAgeMinutes),
            NoRepeat = f.OrNone("noRepeat", NoRepeat(f), basis.NoRepeat),
            FreeReleasesPerDay = f.Or("freeReleasesPerDay", f.Whole("freeReleasesPerDay", 0, 1_000), fresh.FreeReleasesPerDay, basis.FreeReleasesPerDay),
            CoolDownSeconds = f.Or("coolDownSeconds", f.Whole("coolDownSeconds", 0, MostSeconds), fresh.CoolDownSeconds, basis.CoolDownSeconds),
            StopTheLine = f.OrNone("stopTheLine", f.YesNo("stopTheLine"), basis.StopTheLine),
            AllowWithCustomer = f.Or("allowWithCustomer", f.YesNo("allowWithCustomer"), fresh.AllowWithCustomer, basis.AllowWithCustomer),
            Names = f.Or("names", f.YesNo("names"), fresh.Names, basis.Names),
            WipLimit = f.OrNone("wipLimit", f.Whole("wipLimit", 1, 10_000), basis.WipLimit),
            Location = f.OrNone("location", f.Key("location"), basis.Location),
            Fallback = f.Key("fallback") is { } fallback ? new Fallback(fallback) : f.Mentions("fallback") ? Fallback.Next : basis.Fallback,
            Settings = Settings(f, method, basis.Settings),
        };
    }

    /// <summary>The keys of a blend's stages, in order.</summary>
    public static IReadOnlyList<string> StagesOf(Lane lane) => lane.Settings.TryGetValue(Stages, out var keys) && keys.Length > 0 ? keys.Split(',') : [];

    /// <summary>Percentages of a window at which to warn: rising, 1 to 99.</summary>
    public static ImmutableArray<int>? WarnAt(this Fields entry)
    {
        var percent = entry.Wholes("warnAtPercent", 1, 99, 10);
        if (percent is { } given && !Rising(given))
        {
            entry.Wrong("warnAtPercent", "Rising numbers from 1 to 99 are expected, e.g. [50, 80].");
        }

        return percent;
    }

    public static JsonObject Write(Lane lane) => new JsonObject
    {
        ["key"] = lane.Key,
        ["name"] = lane.Name,
        ["when"] = FloorFileFilters.Write(lane.When),
        ["method"] = lane.Method,
        ["order"] = WireName.Of(lane.Order),
        ["rings"] = FloorFileRings.Write(lane.Rings),
        ["offerSeconds"] = lane.OfferSeconds,
        ["moreTime"] = lane.MoreTime,
        ["firstAttemptMinutes"] = lane.FirstAttemptMinutes,
        ["ownershipDays"] = lane.OwnershipDays,
        ["photoFinishMs"] = lane.PhotoFinishMs,
        ["alertMinMs"] = lane.AlertMinMs,
        ["holdMinutes"] = Numbers(lane.HoldMinutes),
        ["leftBehindMinutes"] = Numbers(lane.LeftBehindMinutes),
        ["maxAgeMinutes"] = lane.MaxAgeMinutes,
        ["noRepeat"] = lane.NoRepeat is { } holders ? holders : "all",
        ["freeReleasesPerDay"] = lane.FreeReleasesPerDay,
        ["coolDownSeconds"] = lane.CoolDownSeconds,
        ["allowWithCustomer"] = lane.AllowWithCustomer,
        ["names"] = lane.Names,
        ["fallback"] = lane.Fallback.Key,
    }
        .Unless(lane.Reveal is null, "reveal", lane.Reveal is { } reveal ? WireName.Of(reveal) : null)
        .Unless(lane.OwnerMinutes is null, "ownerMinutes", lane.OwnerMinutes)
        .Unless(lane.ClaimsPerMinute is null, "claimsPerMinute", lane.ClaimsPerMinute)
        .Unless(lane.WarnAtPercent is null, "warnAtPercent", Numbers(lane.WarnAtPercent ?? []))
        .Unless(lane.StopTheLine is null, "stopTheLine", lane.StopTheLine)
        .Unless(lane.WipLimit is null, "wipLimit", lane.WipLimit)
        .Unless(lane.Location is null, "location", lane.Location)
        .Unless(StagesOf(lane).Count == 0, Stages, new JsonArray([.. StagesOf(lane).Select(s => (JsonNode)s)]))
        .Unless(FloorFileSettings.Write(lane).Count == 0, "settings", FloorFileSettings.Write(lane));

    public static JsonArray Numbers(ImmutableArray<int> numbers) => [.. numbers.Select(n => (JsonNode)n)];

    private static LeadOrder? Order(Fields f) => f.OneOf("order", OrderNames) switch
    {
        null => null,
        "hotFirst" => LeadOrder.Hot,
        "earliestDeadline" => LeadOrder.Deadline,
        var name => WireName.Read<LeadOrder>(name),
    };

    private static int? NoRepeat(Fields f) =>
        f.Value("noRepeat") is not { } value || (value.ValueKind == JsonValueKind.String && value.ValueEquals("all")) ? null
        : value.ValueKind == JsonValueKind.Number ? f.Whole("noRepeat", 0, 10_000)
        : Wrong(f, "noRepeat", "\"all\" or a whole number from 0 to 10000 is expected.");

    private static int? Wrong(Fields f, string name, string words)
    {
        f.Wrong(name, words);
        return null;
    }

    private static ImmutableArray<int>? TwoRising(Fields f, string name)
    {
        var numbers = f.Wholes(name, 0, MostMinutes, 100);
        if (numbers is { } given && (given.Length != 2 || !Rising(given)))
        {
            f.Wrong(name, "Two rising numbers of minutes are expected, e.g. [5, 15].");
            return null;
        }

        return numbers;
    }

    private static bool Rising(ImmutableArray<int> numbers) => numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);

    // A setting belongs to a method: with another method it says nothing and goes.
    private static ImmutableSortedDictionary<string, string> Settings(Fields f, string method, ImmutableSortedDictionary<string, string> basis)
    {
        var given = f.Part("settings");
        var knobs = given is null && !f.Mentions("settings") ? Catalogue.Find(method)?.Knobs ?? [] : [];
        var read = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        read.AddRange(basis.Where(s => s.Key == Stages || knobs.Any(k => k.Name == s.Key)));
        var within = given?.Keys(Stages);
        if (given is not null)
        {
            read.AddRange(FloorFileSettings.Read(f, given, method));
        }

        if ((f.Keys(Stages) ?? within) is { } stages)
        {
            read[Stages] = string.Join(',', stages);
        }
        else if (f.Mentions(Stages))
        {
            read.Remove(Stages);
        }

        return read.ToImmutable();
    }
}

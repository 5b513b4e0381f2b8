using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>Sources of the floor file.</summary>
internal static class FloorFileSources
{
    private static readonly Source Fresh = new("", "", "api");

    public static Source Read(Fields entry, string key, Source? before, ImmutableArray<SourceSecrets>.Builder secrets)
    {
        var basis = before ?? Fresh with { Key = key, Name = key };
        var token = entry.Token("token");
        var signing = entry.Text("signingSecret", 500);
        if (signing is { Length: < 8 })
        {
            entry.Wrong("signingSecret", "A secret of 8 to 500 characters is expected.");
        }

        if (token is not null || signing is not null)
        {
            secrets.Add(new SourceSecrets(key, token, signing));
        }

        return new Source(
            key,
            entry.Or("name", entry.Text("name", 200), key, basis.Name),
            entry.Or("kind", entry.Key("kind"), Fresh.Kind, basis.Kind))
        {
            AutoReply = entry.OrNone("autoReply", entry.Text("autoReply", 2_000), basis.AutoReply),
            DuplicateHours = entry.Or("duplicateHours", entry.Whole("duplicateHours", 0, 24 * 366), Fresh.DuplicateHours, basis.DuplicateHours),
            PerMinute = entry.OrNone("perMinute", entry.Whole("perMinute", 1, 1_000_000), basis.PerMinute),
            Mapping = entry.Or("mapping", Mapping(entry), Fresh.Mapping, basis.Mapping),
        };
    }

    public static JsonObject Write(Source source) =>
        new JsonObject { ["key"] = source.Key, ["name"] = source.Name, ["kind"] = source.Kind, ["duplicateHours"] = source.DuplicateHours }
            .Unless(source.AutoReply is null, "autoReply", source.AutoReply)
            .Unless(source.PerMinute is null, "perMinute", source.PerMinute)
            .Unless(source.Mapping.IsEmpty, "mapping", new JsonObject(source.Mapping.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)m.Value))));

    private static ImmutableSortedDictionary<string, string>? Mapping(Fields entry)
    {
        if (entry.Part("mapping") is not { } mapping)
        {
            return null;
        }

        var read = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var column in mapping.Names())
        {
            if (mapping.Text(column, 200, required: true) is { } field)
            {
                read[column] = field;
            }
        }

        return read.ToImmutable();
    }
}

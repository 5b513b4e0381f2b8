using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Api;

/// <summary>How answers are written: camelCase names, times in UTC, and what is not for the reader's eyes left out altogether.</summary>
public static class Json
{
    private static readonly HashSet<string> Absent = new(StringComparer.Ordinal) { nameof(LeadCard.Contact), nameof(LeadCard.Message), nameof(LeadCard.Attempts), nameof(LeadCard.Notes), nameof(LeadCard.Why), nameof(LeadCard.OwnedAt) };

    /// <summary>What a person may know of a lead of which nothing is revealed to them.</summary>
    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal) { "id", "version", "state", "lane", "takeable" };

    public static JsonSerializerOptions Options { get; } = Make(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Make(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Converters.Add(new UtcJson());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(LeaveOut);
        return options;
    }

    private static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Type == typeof(LeadCard))
        {
            foreach (var property in type.Properties.Where(p => Absent.Contains(p.Name[..1].ToUpperInvariant() + p.Name[1..])))
            {
                property.ShouldSerialize = static (_, value) => value is not null;
            }

            foreach (var property in type.Properties.Where(p => !Bare.Contains(p.Name)))
            {
                // Where nothing is revealed there is nothing to say, and a made-up time would be a lie.
                var shows = property.ShouldSerialize;
                property.ShouldSerialize = (card, value) => ((LeadCard)card).ReceivedAt != default && shows?.Invoke(card, value) != false;
            }
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadDesk.App.Store.Codec;

/// <summary>How events and floors are written down: short, by name, without nulls.</summary>
internal static class CodecOptions
{
    public static JsonSerializerOptions Value { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new LeadIdJson(),
            new RepIdJson(),
            new OpeningHoursJson(),
            new SliceJson(),
            new CandidateJson(),
            new PassedOverJson(),
            new EquatableArrayJson(),
            new SortedJson(),
            new InstantJson(),
        },
    };
}

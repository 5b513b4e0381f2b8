using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadDesk.App.Store.Codec;

/// <summary>A moment as UTC milliseconds, or ticks of a tenth of a microsecond where it has a finer part.</summary>
internal sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? new DateTimeOffset(long.Parse(reader.GetString()!, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero)
            : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        if (value.UtcTicks % TimeSpan.TicksPerMillisecond == 0)
        {
            writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
        }
        else
        {
            writer.WriteStringValue(value.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}

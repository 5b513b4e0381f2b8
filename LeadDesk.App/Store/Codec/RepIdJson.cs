using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Store.Codec;

/// <summary>A person's number as a number.</summary>
internal sealed class RepIdJson : JsonConverter<RepId>
{
    public override RepId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, RepId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Number);

    public override RepId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(int.Parse(reader.GetString()!, CultureInfo.InvariantCulture));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, RepId value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
}

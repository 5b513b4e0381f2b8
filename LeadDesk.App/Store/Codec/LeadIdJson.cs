using System.Text.Json;
using System.Text.Json.Serialization;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Store.Codec;

/// <summary>A lead's id as its text.</summary>
internal sealed class LeadIdJson : JsonConverter<LeadId>
{
    public override LeadId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, LeadId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override LeadId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(Guid.Parse(reader.GetString()!));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, LeadId value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());
}

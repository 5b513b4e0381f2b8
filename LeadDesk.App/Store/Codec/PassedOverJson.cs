using System.Text.Json;
using System.Text.Json.Serialization;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Store.Codec;

/// <summary>Somebody passed over as [number, test].</summary>
internal sealed class PassedOverJson : JsonConverter<PassedOver>
{
    public override PassedOver Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (rep, test) = Pair.Read(ref reader);
        return new(new RepId((int)rep), (Test)test);
    }

    public override void Write(Utf8JsonWriter writer, PassedOver value, JsonSerializerOptions options) => Pair.Write(writer, value.Rep.Number, (long)value.Test);
}

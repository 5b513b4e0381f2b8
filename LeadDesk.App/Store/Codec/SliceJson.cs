using System.Text.Json;
using System.Text.Json.Serialization;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Ledger;

namespace LeadDesk.App.Store.Codec;

/// <summary>A slice as [number, amount].</summary>
internal sealed class SliceJson : JsonConverter<Slice>
{
    public override Slice Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (rep, amount) = Pair.Read(ref reader);
        return new(new RepId((int)rep), amount);
    }

    public override void Write(Utf8JsonWriter writer, Slice value, JsonSerializerOptions options) => Pair.Write(writer, value.Rep.Number, value.Amount);
}

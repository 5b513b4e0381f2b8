using System.Text.Json;
using System.Text.Json.Serialization;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Store.Codec;

/// <summary>A candidate as [number, balance].</summary>
internal sealed class CandidateJson : JsonConverter<Candidate>
{
    public override Candidate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (rep, balance) = Pair.Read(ref reader);
        return new(new RepId((int)rep), balance);
    }

    public override void Write(Utf8JsonWriter writer, Candidate value, JsonSerializerOptions options) => Pair.Write(writer, value.Rep.Number, value.Balance);
}

using System.Text.Json;

namespace LeadDesk.App.Store.Codec;

/// <summary>Two whole numbers as an array: receipts name many people and should stay small.</summary>
internal static class Pair
{
    public static (long First, long Second) Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        var first = reader.GetInt64();
        reader.Read();
        var second = reader.GetInt64();
        reader.Read();
        return (first, second);
    }

    public static void Write(Utf8JsonWriter writer, long first, long second)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(first);
        writer.WriteNumberValue(second);
        writer.WriteEndArray();
    }
}

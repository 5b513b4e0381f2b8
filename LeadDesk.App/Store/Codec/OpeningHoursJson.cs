using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LeadDesk.Domain.Clocks;

namespace LeadDesk.App.Store.Codec;

/// <summary>Opening hours as "always", or as their zone, week (minutes of the day) and holidays.</summary>
internal sealed class OpeningHoursJson : JsonConverter<OpeningHours>
{
    public override OpeningHours Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.String)
        {
            return OpeningHours.Always;
        }

        var week = root.GetProperty("week").EnumerateObject().ToDictionary(
            d => Enum.Parse<DayOfWeek>(d.Name),
            d => d.Value.EnumerateArray().Select(r => new TimeRange(Minutes(r[0]), Minutes(r[1]))).ToImmutableArray());
        return OpeningHours.Weekly(root.GetProperty("zone").GetString()!, week,
            root.GetProperty("holidays").EnumerateArray().Select(h => DateOnly.Parse(h.GetString()!, CultureInfo.InvariantCulture)));
    }

    public override void Write(Utf8JsonWriter writer, OpeningHours value, JsonSerializerOptions options)
    {
        if (value.IsAlways)
        {
            writer.WriteStringValue("always");
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("zone", value.TimeZone);
        writer.WriteStartObject("week");
        foreach (var (day, ranges) in value.Week.OrderBy(d => d.Key))
        {
            writer.WriteStartArray(day.ToString());
            foreach (var range in ranges)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue((int)range.Start.TotalMinutes);
                writer.WriteNumberValue((int)range.End.TotalMinutes);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("holidays");
        foreach (var holiday in value.Holidays)
        {
            writer.WriteStringValue(holiday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static TimeSpan Minutes(JsonElement minutes) => TimeSpan.FromMinutes(minutes.GetInt32());
}

using System.Text.Json;

namespace LeadDesk.App.Api;

/// <summary>A batch of leads: a JSON array, or one JSON object a line.</summary>
internal static class BatchText
{
    public static (IReadOnlyList<JsonBody> Items, BodyProblem? Problem) Split(byte[] raw, int most)
    {
        raw = raw.AsSpan().StartsWith("\uFEFF"u8) ? raw[3..] : raw;
        var start = raw.AsSpan().TrimStart(" \t\r\n"u8);
        if (start.Length > 0 && start[0] == (byte)'[')
        {
            var body = JsonText.Parse(raw);
            if (body.Json is not { } array)
            {
                return ([], body.Problem);
            }

            return array.GetArrayLength() > most
                ? ([], new BodyProblem(413, "too-large", $"A batch may have {most} leads at the most."))
                : ([.. array.EnumerateArray().Select(item => new JsonBody(item, null, JsonSerializer.SerializeToUtf8Bytes(item)))], null);
        }

        var lines = Lines(raw);
        return lines.Count switch
        {
            0 => ([], new BodyProblem(400, "malformed", "A JSON array, or one JSON object a line, is expected.")),
            _ when lines.Count > most => ([], new BodyProblem(413, "too-large", $"A batch may have {most} leads at the most.")),
            _ => ([.. lines.Select(line => JsonText.Parse(line))], null),
        };
    }

    private static List<byte[]> Lines(ReadOnlySpan<byte> raw)
    {
        var lines = new List<byte[]>();
        foreach (var range in raw.Split((byte)'\n'))
        {
            var line = raw[range].Trim(" \t\r"u8);
            if (line.Length > 0)
            {
                lines.Add(line.ToArray());
            }
        }

        return lines;
    }
}

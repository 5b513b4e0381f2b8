using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace LeadDesk.App.Api;

/// <summary>Reads the JSON body of a request within a limit; whatever is wrong with it is an answer, never an exception.</summary>
public static class BodyReader
{
    public const int OneMebibyte = 1024 * 1024;

    public static async Task<JsonBody> ParseAsync(HttpRequest request, int maxBytes = OneMebibyte, bool emptyAllowed = false, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        byte[]? raw;
        try
        {
            raw = await ReadAsync(request, maxBytes, cancel);
        }
        catch (BadHttpRequestException broken)
        {
            return Refused(broken.StatusCode, "malformed", "The body broke off or was not sent as announced.", default);
        }

        if (raw is null)
        {
            return Refused(413, "too-large", string.Create(CultureInfo.InvariantCulture, $"The body may have {maxBytes} bytes at most."), default);
        }

        if (raw.Length == 0)
        {
            return emptyAllowed ? new JsonBody(null, null, raw) : Refused(400, "malformed", "The body is empty; a JSON document is expected.", raw);
        }

        return IsJson(request.ContentType)
            ? JsonText.Parse(raw)
            : Refused(415, "not-json", "The body must be JSON in UTF-8: send it with Content-Type: application/json.", raw);
    }

    /// <summary>The body, or null when it is longer than allowed.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maxBytes, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var piece = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(piece, cancel)) > 0)
        {
            if (body.Length + count > maxBytes)
            {
                return null;
            }

            body.Write(piece, 0, count);
        }

        return body.ToArray();
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static JsonBody Refused(int status, string code, string detail, ReadOnlyMemory<byte> raw) => new(null, new BodyProblem(status, code, detail), raw);
}

using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LeadDesk.App.Api;

/// <summary>Errors as problem documents (RFC 9457): a stable code, words that say what to do, and the fields at fault.</summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    public static IResult Of(HttpContext http, int status, string code, string detail, JsonObject? more = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        var problem = new JsonObject
        {
            ["type"] = $"/problems/{code}",
            ["title"] = TitleOf(status),
            ["status"] = status,
            ["code"] = code,
            ["detail"] = detail,
            ["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier,
        };
        foreach (var (name, value) in more?.ToList() ?? [])
        {
            problem[name] = value?.DeepClone();
        }

        return Results.Text(problem.ToJsonString(), ContentType, statusCode: status);
    }

    /// <summary>A 400 for one field.</summary>
    public static IResult Field(HttpContext http, string field, string words) =>
        Fields(http, new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [words] });

    /// <summary>Fields at fault, each with its words.</summary>
    public static IResult Fields(HttpContext http, IReadOnlyDictionary<string, string[]> errors, int status = 400)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var fields = new JsonObject();
        foreach (var (field, words) in errors)
        {
            fields[field] = new JsonArray([.. words.Select(w => (JsonNode)w)]);
        }

        var (first, told) = errors.First();
        var said = first.Length == 0 ? told[0] : $"{first}: {told[0]}";
        return Of(http, status, "invalid", errors.Count == 1 ? said : $"{errors.Count} fields are wrong; the first is {said}", new() { ["errors"] = fields });
    }

    private static string TitleOf(int status) => status switch
    {
        400 => "The request is wrong",
        401 => "Sign in first",
        403 => "Not allowed",
        404 => "Not found",
        405 => "Method not allowed",
        409 => "It cannot be done now",
        413 => "Too large",
        415 => "Not JSON",
        422 => "The key was used before",
        429 => "Too many requests",
        503 => "Not available right now",
        _ => "An error on our side",
    };
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LeadDesk.App.Docs;

/// <summary>The calls of the API as the document at /openapi/v1.json describes them, so that the readable page can say nothing else.</summary>
public sealed class DocsReading([FromKeyedServices("v1")] IOpenApiDocumentProvider document)
{
    private const string Root = "/api/v1/";

    /// <summary>By what they are about, e.g. "leads", each in the order of the document.</summary>
    public async Task<IReadOnlyList<(string About, ImmutableArray<DocsCall> Calls)>> ReadAsync(CancellationToken cancel = default)
    {
        var json = JsonNode.Parse(await (await document.GetOpenApiDocumentAsync(cancel)).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel))!;
        var schemas = json["components"]?["schemas"]?.AsObject() ?? [];
        return
        [
            .. json["paths"]!.AsObject()
                .SelectMany(p => p.Value!.AsObject().Where(o => o.Value is JsonObject).Select(o => new DocsCall(o.Key.ToUpperInvariant(), p.Key, FieldsOf(o.Value!, schemas))))
                .GroupBy(c => c.Path.StartsWith(Root, StringComparison.Ordinal) ? c.Path[Root.Length..].Split('/')[0] : c.Path.Trim('/').Split('/')[0], StringComparer.Ordinal)
                .OrderBy(g => g.Key != "leads")
                .Select(g => (g.Key, g.ToImmutableArray())),
        ];
    }

    private static ImmutableArray<DocsField> FieldsOf(JsonNode call, JsonObject schemas) =>
        Resolved(call["requestBody"]?["content"]?["application/json"]?["schema"], schemas)?["properties"] is JsonObject fields
            ? [.. fields.Select(f => new DocsField(f.Key, TypeOf(f.Value, schemas)))]
            : [];

    private static JsonNode? Resolved(JsonNode? schema, JsonObject schemas) =>
        schema?["$ref"]?.GetValue<string>() is { } reference ? schemas[reference.Split('/')[^1]] : schema;

    private static string TypeOf(JsonNode? asked, JsonObject schemas)
    {
        var schema = Resolved(asked?["oneOf"] is JsonArray either ? either.FirstOrDefault(e => e?["type"]?.ToString() != "null") : asked, schemas);
        if (schema?["enum"] is JsonArray values)
        {
            return string.Join(" | ", values.Select(v => v?.ToString()).Where(v => v is not null));
        }

        IEnumerable<string> types = schema?["type"] switch
        {
            JsonArray several => several.Select(t => t!.ToString()),
            JsonNode one => [one.ToString()],
            _ => [],
        };
        return (types.FirstOrDefault(t => t is not ("null" or "string")) ?? types.FirstOrDefault(t => t != "null"), schema?["format"]?.ToString()) switch
        {
            ("array", _) => $"list of {TypeOf(schema!["items"], schemas)}",
            ("boolean", _) => "true | false",
            ("integer", _) => "whole number",
            ("number", _) => "number",
            ("object", _) => "object",
            ("string", "date-time") => "time, ISO 8601 with offset",
            ("string", "uuid") => "id",
            ("string", _) => "text",
            _ => "any value",
        };
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>An answer of the desk, read to its end.</summary>
public sealed record Told(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, string? ContentType)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    public int Code => (int)Status;

    public string? Id => Json.GetProperty("id").GetString();

    public JsonElement this[string name] => Json.TryGetProperty(name, out var value) ? value : throw new Xunit.Sdk.XunitException($"There is no {name} in {Code} {Text}");

    public bool Has(string name) => Json.TryGetProperty(name, out _);

    public bool Replayed => Headers.Contains("Idempotency-Replayed");

    /// <summary>The status is this one, or the test fails and shows the body.</summary>
    public Told Is(int status)
    {
        Assert.True(Code == status, $"Expected {status}, got {Code}: {Text}");
        return this;
    }

    /// <summary>A problem document with this code.</summary>
    public Told Refused(int status, string code)
    {
        Is(status);
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(code, this["code"].GetString());
        Assert.Equal(status, this["status"].GetInt32());
        Assert.NotEmpty(this["detail"].GetString()!);
        Assert.NotEmpty(this["type"].GetString()!);
        Assert.NotEmpty(this["title"].GetString()!);
        Assert.NotEmpty(this["traceId"].GetString()!);
        return this;
    }

    /// <summary>A 400 that names this field; answers what is said about it.</summary>
    public string Names(string field)
    {
        Refused(400, "invalid");
        Assert.True(this["errors"].TryGetProperty(field, out var words), $"{field} is not named in {Text}");
        return words[0].GetString()!;
    }
}

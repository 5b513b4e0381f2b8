using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace LeadDesk.Tests.Api;

/// <summary>A program that speaks to the desk with one token, or with none.</summary>
public sealed class DeskCaller(HttpClient http, string? token)
{
    private const string Root = "/api/v1/";

    public Task<Told> GetAsync(string path, string accept = "application/json") => SendAsync(HttpMethod.Get, path, null, null, accept);

    /// <summary>Posts an object as JSON, or a text as it is.</summary>
    public Task<Told> PostAsync(string path, object? body = null, string? key = null) => SendAsync(HttpMethod.Post, path, Content(body), key);

    public Task<Told> PutAsync(string path, object? body, string? key = null) => SendAsync(HttpMethod.Put, path, Content(body), key);

    /// <summary>A path that begins with a slash is taken as it is, any other lies under /api/v1/.</summary>
    public async Task<Told> SendAsync(HttpMethod method, string path, HttpContent? content, string? key = null, string accept = "application/json")
    {
        ArgumentNullException.ThrowIfNull(path);
        using var request = new HttpRequestMessage(method, path[0] == '/' ? path : Root + path) { Content = content };
        request.Headers.Accept.ParseAdd(accept);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await http.SendAsync(request);
        return new Told(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers, answer.Content.Headers.ContentType?.MediaType);
    }

    private static StringContent? Content(object? body) =>
        body is null ? null : new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
}

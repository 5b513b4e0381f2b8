using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LeadDesk.Tests.Faults;

/// <summary>A rep's program that takes and gives back leads without pause, over any number of crashes of the desk.</summary>
internal sealed class ClaimClient(Uri url, int number, string token, ClaimHistory history, ConcurrentBag<string> acknowledged) : IDisposable
{
    private const int MostHeld = 12;
    private readonly HttpClient http = new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(10), DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
    private readonly HttpClient source = new() { BaseAddress = url, Timeout = TimeSpan.FromSeconds(10), DefaultRequestHeaders = { Authorization = new("Bearer", FaultFloor.SourceToken) } };
    private readonly Random random = new(number);
    private readonly List<string> mine = [];
    private string rep = "";
    private int sent;
    private int called;

    public int Granted { get; private set; }

    /// <summary>Calls that were made, whatever became of them.</summary>
    public int Asked { get; private set; }

    /// <summary>Whose program it is.</summary>
    public string Rep => rep;

    /// <summary>Writes that were acknowledged.</summary>
    public int Told { get; private set; }

    public void Dispose()
    {
        http.Dispose();
        source.Dispose();
    }

    public async Task SignInAsync()
    {
        rep = (string)(await http.GetFromJsonAsync<JsonObject>(new Uri("/api/v1/me", UriKind.Relative)))!["id"]!;
        using var set = await http.PutAsJsonAsync(new Uri("/api/v1/desk/presence", UriKind.Relative), new { presence = "available" });
        set.EnsureSuccessStatusCode();
    }

    public async Task WorkAsync(ConcurrentQueue<string> leads, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // A desk as people keep it: whoever holds many gives some back.
            var dice = mine.Count > MostHeld ? 4 : random.Next(10);
            if (dice < 2)
            {
                await SendAsync(leads);
            }
            else if (dice < 4)
            {
                await CallAsync("pull", null, "/api/v1/desk/next");
            }
            else if (dice < 6 && mine.Count > 0)
            {
                var lead = mine[random.Next(mine.Count)];
                mine.Remove(lead);
                await CallAsync("release", lead, $"/api/v1/leads/{lead}/release");
            }
            else if (leads.Skip(Math.Max(0, leads.Count - 1 - random.Next(6))).FirstOrDefault() is { } wanted)
            {
                await CallAsync("claim", wanted, $"/api/v1/leads/{wanted}/claim");
            }
        }
    }

    private async Task SendAsync(ConcurrentQueue<string> leads)
    {
        var tank = random.Next(2) == 0;
        var lead = new { name = "Ada", email = $"ada{number}.{++sent}@example.com", product = tank ? "tank" : "blind", externalId = $"{number}-{sent}" };
        while (true)
        {
            var (status, body, _) = await PostAsync(source, "/api/v1/leads", lead, null);
            if (status is HttpStatusCode.Accepted or HttpStatusCode.OK)
            {
                var id = (string)body!["id"]!;
                acknowledged.Add(id);
                Told++;
                if (tank)
                {
                    leads.Enqueue(id);
                }

                // Everybody goes for the newest few.
                if (leads.Count > 8)
                {
                    leads.TryDequeue(out _);
                }

                return;
            }

            await Task.Delay(20);
        }
    }

    /// <summary>An answer that was lost is asked for again with the same key, or left unknown: only a pull, which may have taken anything, must be settled.</summary>
    private async Task CallAsync(string verb, string? lead, string path)
    {
        var key = $"{number}-{++called}";
        history.Add("invoke", number, verb, lead, rep);
        while (true)
        {
            var (status, body, replayed) = await PostAsync(http, path, null, key);
            if (status is null or >= HttpStatusCode.InternalServerError)
            {
                if (verb != "pull" && random.Next(2) == 0)
                {
                    history.Add("info", number, verb, lead, rep);
                    return;
                }

                await Task.Delay(20);
                continue;
            }

            Tell(verb, lead, status.Value, body, replayed);
            return;
        }
    }

    private void Tell(string verb, string? lead, HttpStatusCode status, JsonObject? body, bool replayed)
    {
        if (status == HttpStatusCode.OK)
        {
            // A replay is rendered anew: the version it shows is of now and not of then.
            var more = replayed ? [] : new JsonObject { ["version"] = (long)body!["version"]! };
            var got = (string)body!["id"]!;
            Told++;
            history.Add("ok", number, verb, got, rep, more);
            if (verb != "release")
            {
                Granted++;
                mine.Add(got);
            }

            return;
        }

        var code = (string?)body?["code"];
        var (error, owner) = (verb, code) switch
        {
            ("claim", "already-taken") => ("taken", (string?)body!["byId"]),
            ("release", "not-yours") => ("not_owner", null),
            _ => (code ?? $"{(int)status}", null),
        };
        var fail = new JsonObject { ["error"] = error };
        if (owner is not null)
        {
            fail["owner"] = owner;
        }

        history.Add("fail", number, verb, lead, rep, fail);
    }

    private async Task<(HttpStatusCode? Status, JsonObject? Body, bool Replayed)> PostAsync(HttpClient by, string path, object? body, string? key)
    {
        Asked++;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
            if (key is not null)
            {
                request.Headers.Add("Idempotency-Key", key);
            }

            using var answer = await by.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return (answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : null, answer.Headers.Contains("Idempotency-Replayed"));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            return (null, null, false);
        }
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace LeadDesk.Bench.Arrivals;

/// <summary>Somebody who works over the API as a person would: looks at the desk, accepts, claims or pulls, calls the customer after a while, and says how it ended.</summary>
internal sealed class Worker(HttpClient client, double speed, int seed)
{
    private readonly Random random = new(seed);
    private readonly HashSet<Guid> atWork = [];
    private readonly List<Task> calls = [];

    /// <summary>Answers by status, for the table.</summary>
    public Dictionary<HttpStatusCode, int> Answers { get; } = [];

    public async Task RunAsync(CancellationToken gone)
    {
        await client.PutAsJsonAsync("/api/v1/desk/presence", new { presence = "available" }, gone);
        try
        {
            while (true)
            {
                await TurnAsync(gone);
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(100, 300)), gone);
            }
        }
        catch (OperationCanceledException)
        {
            // Gone, without a word.
        }
    }

    private async Task TurnAsync(CancellationToken gone)
    {
        var desk = await client.GetFromJsonAsync<JsonElement>("/api/v1/desk", gone);
        foreach (var offer in desk.GetProperty("offers").EnumerateArray())
        {
            await PostAsync($"/api/v1/leads/{offer.GetProperty("leadId").GetGuid()}/{(random.Next(10) == 0 ? "pass" : "accept")}", null, gone);
        }

        foreach (var alert in desk.GetProperty("alerts").EnumerateArray().Take(1))
        {
            await PostAsync($"/api/v1/leads/{alert.GetProperty("leadId").GetGuid()}/claim", null, gone);
        }

        var places = desk.GetProperty("places");
        if (places.GetProperty("used").GetInt32() < places.GetProperty("limit").GetInt32())
        {
            await PostAsync("/api/v1/desk/next", null, gone);
        }

        foreach (var board in desk.GetProperty("board").EnumerateArray().Take(1))
        {
            await PostAsync($"/api/v1/leads/{board.GetProperty("id").GetGuid()}/claim", null, gone);
        }

        foreach (var lead in desk.GetProperty("mine").EnumerateArray())
        {
            var id = lead.GetProperty("id").GetGuid();
            if (atWork.Add(id))
            {
                calls.Add(CallAsync(id, lead.GetProperty("attempts").GetArrayLength() > 0, gone));
            }
        }

        calls.RemoveAll(c => c.IsCompleted);
    }

    /// <summary>A call of one to ten minutes in the record's time, then its outcome; one in twenty stays open.</summary>
    private async Task CallAsync(Guid lead, bool answered, CancellationToken gone)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(random.Next(30, 300) / speed), gone);
            if (!answered)
            {
                await PostAsync($"/api/v1/leads/{lead}/attempts", new { channel = "call", result = random.Next(3) == 0 ? "noAnswer" : "reached" }, gone);
            }

            await Task.Delay(TimeSpan.FromSeconds(random.Next(30, 300) / speed), gone);
            if (random.Next(20) > 0 || atWork.Count > 1)
            {
                await PostAsync($"/api/v1/leads/{lead}/outcome", new { outcome = random.Next(4) == 0 ? "won" : "lost" }, gone);
            }
        }
        catch (OperationCanceledException)
        {
            // Gone in the middle of it.
        }
        finally
        {
            atWork.Remove(lead);
        }
    }

    private async Task PostAsync(string path, object? body, CancellationToken gone)
    {
        using var answer = body is null ? await client.PostAsync(path, null, gone) : await client.PostAsJsonAsync(path, body, gone);
        lock (Answers)
        {
            Answers[answer.StatusCode] = Answers.GetValueOrDefault(answer.StatusCode) + 1;
        }
    }
}

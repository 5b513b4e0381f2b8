using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using LeadDesk.App.Account;
using LeadDesk.Tests.Api;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>Whoever is turned away is counted, and the server's log says who, where and why, and nothing of what was sent.</summary>
public sealed class DoorBookTests : IAsyncLifetime, IDisposable
{
    private const string Secret = "canary-of-a-secret";
    private readonly ConcurrentQueue<string> counted = new();
    private readonly MeterListener ear = new();

    private DeskHost Host { get; } = new(Floors.With(more: Floors.Person("max", "rep", more: $$""", "password": "{{DoorHost.Password}}" """)));

    private List<string> Lines => [.. Host.Log.Lines.Where(l => l.Contains("Turned away", StringComparison.Ordinal))];

    public Task InitializeAsync()
    {
        ear.InstrumentPublished = (instrument, e) =>
        {
            if (instrument.Name == DoorBook.CounterName && ReferenceEquals(instrument.Meter.Scope, Host.Services.GetService(typeof(IMeterFactory))))
            {
                e.EnableMeasurementEvents(instrument);
            }
        };
        ear.SetMeasurementEventCallback<long>((_, more, tags, _) => counted.Enqueue($"{tags[0].Value} {more}"));
        ear.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();

    public void Dispose() => ear.Dispose();

    [Fact]
    public async Task Each_way_of_being_turned_away_is_counted_and_told_without_what_was_sent()
    {
        await Host.ComeAsync("kim");
        var blind = await Host.LeadAsync("blind");
        (await Host.As(null).GetAsync("me")).Is(401);
        (await Host.By(Secret).GetAsync("me")).Is(401);
        (await Host.As("kim").GetAsync("audit")).Is(403);
        (await Host.As("web").GetAsync("me")).Is(403);
        (await Host.As("kim").GetAsync($"leads/{blind}?q={Secret}")).Is(404);
        (await Host.As(null).GetAsync($"/wall/{Secret}", "text/html")).Is(410);
        using var browser = new Visitor(Host.Url);
        (await browser.CallAsync(HttpMethod.Post, "/api/v1/desk/next", origin: "https://evil.example")).Dispose();
        (await browser.SignInAsync("max@example.com", Secret)).Dispose();
        (await browser.SignInAsync($"{Secret}@example.com", Secret)).Dispose();

        Assert.Equal(
            ["not-allowed 1", "not-allowed 1", "not-allowed 1", "not-signed-in 1", "not-signed-in 1", "not-there-or-not-theirs 1", "not-there-or-not-theirs 1", "wrong-secret 1", "wrong-secret 1"],
            counted.Order(StringComparer.Ordinal));
        var kim = Host.Floor.People.Single(p => Host.NameOf(p.Number) == "kim").Number;
        var max = Host.Floor.People.Single(p => Host.NameOf(p.Number) == "max").Number;
        Assert.Contains(Lines, l => l.Contains($"Warning Turned away, not-allowed: person {kim} at GET /api/v1/audit from 127.0.0.1.", StringComparison.Ordinal));
        Assert.Contains(Lines, l => l.Contains("not-allowed: source web at GET /api/v1/me", StringComparison.Ordinal));
        Assert.Contains(Lines, l => l.Contains($"not-there-or-not-theirs: person {kim} at GET /api/v1/leads/{{id:guid}}", StringComparison.Ordinal));
        Assert.Contains(Lines, l => l.Contains($"wrong-secret: somebody at the door of person {max} at POST /sign-in", StringComparison.Ordinal));
        Assert.Contains(Lines, l => l.Contains("wrong-secret: nobody known at POST /sign-in", StringComparison.Ordinal));
        Assert.DoesNotContain(Host.Log.Lines, l => l.Contains(Secret, StringComparison.Ordinal) || l.Contains(blind, StringComparison.Ordinal) || l.Contains("max@example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_comes_in_and_who_leaves_is_told_by_number()
    {
        var max = Host.Floor.People.Single(p => Host.NameOf(p.Number) == "max").Number;
        using var browser = new Visitor(Host.Url);

        (await browser.SignInAsync("max@example.com", DoorHost.Password)).Dispose();
        await browser.SignOutAsync();

        Assert.Contains(Host.Log.Lines, l => l.Contains($"Information Person {max} came in at POST /sign-in from 127.0.0.1.", StringComparison.Ordinal));
        Assert.Contains(Host.Log.Lines, l => l.Contains($"Information Person {max} left at POST /sign-out from 127.0.0.1.", StringComparison.Ordinal));
        Assert.DoesNotContain(Host.Log.Lines, l => l.Contains("max@example.com", StringComparison.Ordinal) || l.Contains(DoorHost.Password, StringComparison.Ordinal));
        Assert.Empty(counted);
    }

    [Fact]
    public async Task A_flood_is_counted_whole_and_told_in_a_few_lines()
    {
        for (var i = 0; i < 3 * DoorBook.LinesAMinute; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await Host.As(null).GetAsync("me")).Status);
        }

        Assert.Equal(3 * DoorBook.LinesAMinute, counted.Count);
        Assert.InRange(Lines.Count, DoorBook.LinesAMinute, 2 * DoorBook.LinesAMinute);
    }
}

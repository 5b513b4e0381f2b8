using System.Text.RegularExpressions;
using LeadDesk.App.Account;
using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The links of wallboards: what they open, what they do not, and that they end.</summary>
public sealed partial class WallTests
{
    [Fact]
    public async Task A_link_opens_the_wall_and_nothing_else_until_it_is_revoked()
    {
        await using var host = new DeskHost(Floors.With());
        var made = (await host.As("dana").PostAsync("walls", new { name = "Over the till" })).Is(201);
        var (token, path) = (made["token"].GetString()!, made["path"].GetString()!);
        Assert.Equal("/wall/" + token, path);

        (await host.As(null).GetAsync(path, "text/html")).Is(200);
        foreach (var call in new[] { "me", "desk", "floor", "lanes", "tokens", "walls", "ledger?lane=blind&rep=me" })
        {
            (await host.By(token).GetAsync(call)).Refused(401, "unauthenticated");
        }

        await using var hub = await RawHub.ConnectAsync($"{host.Url}/hubs/desk?access_token={token}");
        await hub.HelloAsync();
        await host.LeadAsync("blind");
        await hub.MessageAsync("WallChanged", a => a[0].GetProperty("counts").GetProperty("waiting").GetInt32() == 1);

        var listed = (await host.As("ada").GetAsync("walls")).Is(200)["items"].EnumerateArray().Single();
        Assert.Equal("Over the till", listed.GetProperty("name").GetString());
        (await host.As("dana").SendAsync(HttpMethod.Delete, $"walls/{made.Id}", null)).Is(204);
        await hub.UntilClosedAsync();
        (await host.As(null).GetAsync(path, "text/html")).Is(410);
        await Assert.ThrowsAnyAsync<Exception>(() => RawHub.ConnectAsync($"{host.Url}/hubs/desk?access_token={token}"));
        (await host.As("dana").SendAsync(HttpMethod.Delete, $"walls/{made.Id}", null)).Is(404);
        Assert.Empty((await host.As("ada").GetAsync("walls")).Is(200)["items"].EnumerateArray());
    }

    [Fact]
    public async Task The_token_of_a_wallboard_opens_the_wall_and_those_of_others_do_not()
    {
        await using var host = new DeskHost(Floors.With());

        (await host.As(null).GetAsync("/wall/" + Floors.TokenOf("wall"), "text/html")).Is(200);
        foreach (var who in new[] { "kim", "dana", "ada", "web", "nobody" })
        {
            (await host.As(null).GetAsync("/wall/" + Floors.TokenOf(who), "text/html")).Is(410);
        }

        (await host.As("wall").PostAsync("tokens", new { name = "another" })).Refused(403, "forbidden");
    }

    [Fact]
    public async Task The_picture_has_counts_and_times_and_no_lead_and_nobody_in_it()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim", "lee");
        var lead = await host.LeadAsync("blind", new { name = "Amelia Hart", message = "hush" });
        await host.LeadAsync("push", new { name = "Rina Patel" });
        var wall = WallView.Of(host.Floor, host.Floor.At);

        Assert.Equal((1, 1), (wall.Counts.Waiting, wall.Counts.Owned));
        Assert.Equal((2, 0, 0, 99), (wall.People.Ready, wall.People.WithCustomer, wall.People.Away, wall.People.Room));
        Assert.Equal(host.Lead(lead).ReceivedAt, wall.WaitingSince);
        Assert.Equal(2, wall.Clocks.Length);
        Assert.Equal(36_000, wall.Answers.GoalSeconds);
        var page = Sealed().Replace((await host.As(null).GetAsync("/wall/" + Floors.TokenOf("wall"), "text/html")).Is(200).Text, "");
        foreach (var word in new[] { "Amelia", "Rina", "hush", lead, "kim", "lee", "example.com" })
        {
            Assert.DoesNotContain(word, page, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_token_is_kept_as_a_hash_and_stands_in_no_log()
    {
        await using var host = new DeskHost(Floors.With());
        var made = (await host.As("dana").PostAsync("walls", new { name = "Door" })).Is(201);
        var token = made["token"].GetString()!;
        (await host.As(null).GetAsync("/wall/" + token, "text/html")).Is(200);
        await using (var hub = await RawHub.ConnectAsync($"{host.Url}/hubs/desk?access_token={token}"))
        {
            await hub.HelloAsync();
            await hub.MessageAsync("WallChanged");
        }

        var row = await host.Services.GetRequiredService<Pen>().ReadAsync(db => db.Tokens.SingleAsync(t => t.Id == Guid.Parse(made.Id!)));
        Assert.Equal(TokenHash.Of(token), TokenHash.From(row.Hash));
        Assert.DoesNotContain(token, await host.RowsAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains(token, StringComparison.Ordinal));
        (await host.As("dana").SendAsync(HttpMethod.Delete, $"walls/{made.Id}", null)).Is(204);
        var audit = (await host.As("ada").GetAsync("audit")).Is(200).Text;
        Assert.Contains("\"wall\"", audit, StringComparison.Ordinal);
        Assert.Contains("\"wall-down\"", audit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ }", "name")]
    [InlineData("""{ "name": "   " }""", "name")]
    [InlineData("""{ "name": "Till", "colour": "blue" }""", "colour")]
    public async Task A_link_needs_the_name_of_its_screen(string body, string field)
    {
        await using var host = new DeskHost(Floors.With());

        var told = await host.As("dana").PostAsync("walls", body);

        Assert.True(told.Code == 400 && told["errors"].TryGetProperty(field, out _), told.Text);
        Assert.Empty((await host.As("dana").GetAsync("walls")).Is(200)["items"].EnumerateArray());
    }

    /// <summary>What the server seals for itself: any letters may stand in it.</summary>
    [GeneratedRegex("[A-Za-z0-9+/=_-]{40,}", RegexOptions.NonBacktracking)]
    private static partial Regex Sealed();
}

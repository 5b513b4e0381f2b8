using System.Net;
using System.Text.Json;
using LeadDesk.App.Account;
using LeadDesk.App.Store;
using LeadDesk.Domain.Floor;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>The tokens of programs, over the wire.</summary>
public sealed class TokenTests(DoorHost host) : IClassFixture<DoorHost>
{
    /// <summary>Nothing is there: who may come in learns that (404), who may not does not.</summary>
    private const string Nothing = "/api/v1/nothing-here";

    [Fact]
    public async Task Without_a_token_a_program_gets_401_in_words_and_no_redirect()
    {
        using var program = host.Visit();

        using var answer = await program.CallAsync(HttpMethod.Get, Nothing);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(401, problem.RootElement.GetProperty("status").GetInt32());
        foreach (var key in new[] { "type", "title", "detail", "traceId" })
        {
            Assert.NotEmpty(problem.RootElement.GetProperty(key).GetString()!);
        }
    }

    [Fact]
    public async Task A_persons_token_opens_until_it_is_revoked()
    {
        var ada = await host.PersonAsync("ada");
        var made = await host.Get<Tokens>().MakeAsync(ada.Id, "script");

        Assert.Matches("^[A-Za-z0-9._~-]{24,200}$", made.Token);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(made.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(made.Token + "x"));
        Assert.True(await host.Get<Tokens>().RevokeAsync(made.Id));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(made.Token));
        Assert.False(await host.Get<Tokens>().RevokeAsync(made.Id));
    }

    [Fact]
    public async Task The_store_keeps_no_token_in_clear()
    {
        var ada = await host.PersonAsync("ada");
        var made = await host.Get<Tokens>().MakeAsync(ada.Id, "secret keeper");

        var row = await host.Get<Pen>().ReadAsync(db => db.Tokens.SingleAsync(t => t.Id == made.Id));

        Assert.Equal(TokenHash.Of(made.Token), TokenHash.From(row.Hash));
        Assert.DoesNotContain(made.Token, JsonSerializer.Serialize(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_disabled_or_off_the_floor_has_no_working_token()
    {
        const string token = "gus-gus-gus-gus-gus-gus-gus";
        var gus = await host.PersonAsync("gus", token: token);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(token));

        await host.Get<Accounts>().SetDisabledAsync(gus.Id, true);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token));

        await host.Get<Accounts>().SetDisabledAsync(gus.Id, false);
        await host.PutAsync(gus, new RepTerms { Active = false });
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token));
    }

    [Fact]
    public async Task A_token_from_the_set_up_replaces_the_one_before_and_no_other()
    {
        const string first = "first-token-of-hal-000000000", second = "second-token-of-hal-00000000";
        var hal = await host.PersonAsync("hal", token: first);
        var own = await host.Get<Tokens>().MakeAsync(hal.Id, "own");

        await host.PersonAsync("hal", token: second);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(first));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(own.Token));
        await host.PersonAsync("hal");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
    }

    [Fact]
    public async Task A_token_cannot_have_two_holders()
    {
        const string token = "one-token-for-two-people-000";
        await host.PersonAsync("ida", token: token);

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.PersonAsync("jim", token: token));

        Assert.Null(host.Get<PeopleDirectory>().FindByEmail("jim@shop.example"));
    }

    [Fact]
    public async Task A_source_token_opens_nothing_that_is_for_persons()
    {
        const string token = "token-of-the-website-0000000";
        await host.PutSourcesAsync("website");
        await host.Get<Tokens>().SetForSourceAsync("website", token);

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(token));
        await host.PutSourcesAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token));
    }

    [Fact]
    public async Task A_token_in_the_address_is_heard_on_hubs_only()
    {
        const string token = "token-of-kim-for-the-address";
        await host.PersonAsync("kim", token: token);
        using var program = host.Visit();

        using var hub = await program.CallAsync(HttpMethod.Get, "/hubs/nothing?access_token=" + token);
        using var api = await program.CallAsync(HttpMethod.Get, Nothing + "?access_token=" + token);

        Assert.Equal(HttpStatusCode.NotFound, hub.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    [Fact]
    public async Task The_last_use_is_written_back_behind_the_request()
    {
        var ada = await host.PersonAsync("ada");
        var made = await host.Get<Tokens>().MakeAsync(ada.Id, "used");
        var at = host.Time.GetUtcNow();
        await StatusAsync(made.Token);
        Assert.Null(await LastUseAsync(made.Id));

        await host.Get<TokenUse>().WriteAsync();

        Assert.Equal(at, await LastUseAsync(made.Id));
    }

    [Fact]
    public async Task Tokens_and_people_are_found_again_after_a_restart()
    {
        const string token = "token-of-lou-over-a-restart0";
        var lou = await host.PersonAsync("lou", token: token);
        var made = await host.Get<Tokens>().MakeAsync(lou.Id, "gone");
        await host.Get<Tokens>().RevokeAsync(made.Id);

        var people = new PeopleDirectory(host.Get<Pen>());
        var tokens = new Tokens(host.Get<Pen>(), host.Time);
        await people.LoadAsync();
        await tokens.LoadAsync();

        Assert.Equal(host.Get<PeopleDirectory>().Find(lou.Id), people.FindByEmail("LOU@Shop.example"));
        Assert.Equal(lou.Id, tokens.Find(token)?.Person);
        Assert.Null(tokens.Find(made.Token));
    }

    private Task<DateTimeOffset?> LastUseAsync(Guid token) =>
        host.Get<Pen>().ReadAsync(db => db.Tokens.Where(t => t.Id == token).Select(t => t.LastUsedAt).SingleAsync());

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var program = host.Visit();
        using var answer = await program.CallAsync(HttpMethod.Get, Nothing, token);
        return answer.StatusCode;
    }
}

using System.Net.Http.Headers;
using System.Text;
using LeadDesk.App.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Bodies: strict for people, friendly for sources, and never an error on our side.</summary>
public sealed class BodyTests(SharedDesk shared) : IClassFixture<SharedDesk>
{
    private DeskHost Host => shared.Host;

    [Theory]
    [InlineData("desk/presence", "{}", "presence", "required")]
    [InlineData("desk/presence", """{ "presence": "sleeping" }""", "presence", "available")]
    [InlineData("desk/presence", """{ "presence": 1 }""", "presence", "available")]
    [InlineData("desk/presence", """{ "presence": "away", "mood": "low" }""", "mood", "presence")]
    [InlineData("desk/presence", """{ "presence": "away", "presence": "off" }""", "presence", "twice")]
    [InlineData("desk/optIn", """{ "lane": "nowhere", "on": true }""", "lane", "cherry")]
    [InlineData("desk/optIn", """{ "lane": "cherry", "on": "yes" }""", "on", "true")]
    [InlineData("desk/optIn", """{ "lane": "cherry", "on": true, "perDay": 0 }""", "perDay", "1")]
    [InlineData("desk/optIn", """{ "lane": "cherry", "on": true, "quiet": "25:00-08:00" }""", "quiet", "18:00-08:00")]
    [InlineData("desk/optIn", """{ "lane": "cherry", "on": true, "perDay": 1e400 }""", "perDay", "whole")]
    [InlineData("desk/optIn", """{ "lane": "cherry", "on": true, "perDay": 99999999999999999999999999 }""", "perDay", "whole")]
    public async Task A_persons_put_names_the_field_and_what_is_allowed(string path, string body, string field, string said) =>
        Assert.Contains(said, (await Host.As("kim").PutAsync(path, body)).Names(field), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("attempts", """{ "result": "reached" }""", "channel", "required")]
    [InlineData("attempts", """{ "channel": "telex", "result": "reached" }""", "channel", "whatsapp")]
    [InlineData("attempts", """{ "channel": "call", "result": "reached", "nextAt": "tomorrow" }""", "nextAt", "ISO 8601")]
    [InlineData("attempts", """{ "channel": "call", "result": "reached", "nextAt": "2026-02-30T00:00:00Z" }""", "nextAt", "ISO 8601")]
    [InlineData("attempts", """{ "channel": "call", "result": "reached", "note": 7 }""", "note", "text")]
    [InlineData("outcome", """{ "outcome": "sold" }""", "outcome", "nonSales")]
    [InlineData("outcome", """{ "outcome": "won", "value": "100" }""", "value", "number")]
    [InlineData("outcome", """{ "outcome": "won", "value": -1 }""", "value", "number")]
    [InlineData("outcome", """{ "outcome": "won", "value": 1e999999 }""", "value", "number")]
    [InlineData("park", "{}", "until", "required")]
    [InlineData("park", """{ "until": "2026-03-10" }""", "until", "ISO 8601")]
    [InlineData("park", """{ "until": null }""", "until", "required")]
    [InlineData("note", """{ "text": "  " }""", "text", "blank")]
    [InlineData("note", """{ "text": { "a": 1 } }""", "text", "text")]
    [InlineData("pass", """{ "why": "x" }""", "why", "reason")]
    [InlineData("release", """{ "reason": ["x"] }""", "reason", "text")]
    [InlineData("claim", """{ "version": "1" }""", "version", "whole")]
    [InlineData("claim", """{ "version": 1.5 }""", "version", "whole")]
    [InlineData("claim", """{ "version": -1 }""", "version", "whole")]
    [InlineData("claim", "[]", "", "object")]
    [InlineData("claim", "7", "", "object")]
    [InlineData("claim", "\"x\"", "", "object")]
    [InlineData("claim", "null", "", "object")]
    public async Task A_persons_post_names_the_field_and_what_is_allowed(string verb, string body, string field, string said) =>
        Assert.Contains(said, (await Host.As("kim").PostAsync($"leads/{Guid.NewGuid()}/{verb}", body)).Names(field), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("""{ "to": "kim", "reason": "x" }""", "to")]
    [InlineData("""{ "reason": "x" }""", "to")]
    [InlineData("""{ "to": "3f2b8c1e-52a4-4d0b-9a57-0c9d8f6e1b24", "reason": "x" }""", "to")]
    public async Task A_managers_body_is_strict_too(string body, string field)
    {
        (await Host.As("dana").PostAsync($"leads/{Guid.NewGuid()}/assign", body)).Names(field);
        (await Host.As("dana").PostAsync($"leads/{Guid.NewGuid()}/assign", """{ "to": null }""")).Names("reason");
    }

    [Fact]
    public async Task A_reason_of_five_hundred_characters_is_taken_and_one_more_is_not()
    {
        (await Host.As("kim").PostAsync($"leads/{Guid.NewGuid()}/release", new { reason = new string('x', 501) })).Names("reason");
        (await Host.As("kim").PostAsync($"leads/{Guid.NewGuid()}/release", new { reason = new string('x', 500) })).Refused(404, "unknown");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"presence\":}")]
    [InlineData("{'presence':'away'}")]
    [InlineData("{\"presence\":\"away\",}")]
    [InlineData("{\"presence\":\"away\"} // so")]
    [InlineData("presence=away")]
    [InlineData("\u0000")]
    [InlineData("NaN")]
    public async Task What_is_no_json_is_said_to_be_none(string body)
    {
        (await Host.As("kim").PutAsync("desk/presence", body)).Refused(400, "malformed");
        (await Host.As("web").PostAsync("leads", body)).Refused(400, "malformed");
    }

    [Fact]
    public async Task A_missing_body_and_one_nested_too_deep_are_malformed()
    {
        (await Host.As("kim").PutAsync("desk/presence", null)).Refused(400, "malformed");
        (await Host.As("kim").PutAsync("desk/presence", string.Concat(Enumerable.Repeat("[", 100_000)))).Refused(400, "malformed");
        (await Host.As("web").PostAsync("leads", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)))).Refused(400, "malformed");
        (await Host.As("web").PostAsync("leads")).Refused(400, "malformed");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task A_persons_body_comes_as_json(string? type)
    {
        using var content = new ByteArrayContent("""{ "presence": "away" }"""u8.ToArray());
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        (await Host.As("kim").SendAsync(HttpMethod.Put, "desk/presence", content)).Refused(415, "not-json");
    }

    [Theory]
    [InlineData("kim", "desk/next")]
    [InlineData("web", "leads")]
    [InlineData("web", "leads/batch")]
    public async Task More_than_a_mebibyte_is_too_large_announced_or_not(string who, string path)
    {
        var much = Encoding.UTF8.GetBytes($$"""{ "x": "{{new string('x', 1024 * 1024)}}" }""");
        using var announced = new ByteArrayContent(much);
        announced.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await Host.As(who).SendAsync(HttpMethod.Post, path, announced)).Refused(413, "too-large");

        using var streamed = new StreamContent(new ManyReads(much));
        streamed.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await Host.As(who).SendAsync(HttpMethod.Post, path, streamed)).Refused(413, "too-large");
    }

    [Fact]
    public async Task A_source_is_warned_of_what_is_not_known_and_loses_nothing()
    {
        var told = (await Host.As("web").PostAsync("leads", new { email = "warned@example.com", product = "blind", colour = "red", utm_source = "x", fields = new { size = 7 } })).Is(202);

        Assert.Equal(["colour: this field is not known; it is kept under fields"], told["warnings"].EnumerateArray().Select(w => w.GetString()!));
        var kept = Host.PersonOf(told.Id!)!.Fields;
        Assert.Equal(("red", "x", "7"), (kept["colour"], kept["utm_source"], kept["size"]));
    }

    [Theory]
    [InlineData("""{ "name": "x" }""", "email")]
    [InlineData("""{ "email": 7 }""", "email")]
    [InlineData("""{ "phone": "call me" }""", "phone")]
    [InlineData("""{ "email": "a@example.com", "value": "7" }""", "value")]
    [InlineData("""{ "email": "a@example.com", "value": 1e30 }""", "value")]
    [InlineData("""{ "email": "a@example.com", "companySize": 1.5 }""", "companySize")]
    [InlineData("""{ "email": "a@example.com", "requestKind": "chat" }""", "requestKind")]
    [InlineData("""{ "email": "a@example.com", "sentAt": "yesterday" }""", "sentAt")]
    [InlineData("""{ "email": "a@example.com", "discreet": "yes" }""", "discreet")]
    [InlineData("""{ "email": "a@example.com", "fields": "x" }""", "fields")]
    [InlineData("""{ "email": "a@example.com", "name": ["x"] }""", "name")]
    [InlineData("""[ { "email": "a@example.com" } ]""", "")]
    public async Task A_sources_wrong_field_is_named(string body, string field) => (await Host.As("web").PostAsync("leads", body)).Names(field);

    [Theory]
    [InlineData("name", 200)]
    [InlineData("product", 200)]
    [InlineData("region", 200)]
    [InlineData("company", 200)]
    [InlineData("message", 20_000)]
    [InlineData("externalId", 2_000)]
    [InlineData("industry", 2_000)]
    [InlineData("anything", 2_000)]
    public async Task Each_field_has_its_length(string field, int most)
    {
        var lead = new Dictionary<string, string>(StringComparer.Ordinal) { ["phone"] = "+1 555 0100", [field] = field + new string('x', most - field.Length) };
        (await Host.As("web").PostAsync("leads", lead)).Is(202);
        lead[field] += "x";
        (await Host.As("web").PostAsync("leads", lead)).Names(field);
    }

    [Fact]
    public async Task A_time_in_the_future_is_the_time_of_reception_and_one_long_ago_is_marked()
    {
        var future = (await Host.As("web").PostAsync("leads", new { email = "future@example.com", product = "cherry", sentAt = "9999-12-31T23:59:59Z" })).Is(202);
        var seen = (await Host.As("dana").GetAsync($"leads/{future.Id}")).Is(200);
        Assert.Equal(seen["receivedAt"].GetString(), seen["sentAt"].GetString());

        var past = (await Host.As("web").PostAsync("leads", new { email = "past@example.com", product = "cherry", sentAt = "0001-01-01T00:00:00Z" })).Is(202);
        Assert.True((await Host.As("dana").GetAsync($"leads/{past.Id}")).Is(200)["sentLongAgo"].GetBoolean());
    }

    [Fact]
    public async Task A_batch_answers_for_each_of_its_leads()
    {
        const string Lines = """
            { "email": "one@example.com", "product": "blind" }
            { "nothing": 1 }
            { broken
            { "email": "two@example.com", "product": "blind" }
            """;

        var told = (await Host.As("web").PostAsync("leads/batch", Lines)).Is(200)["results"].EnumerateArray().ToList();

        Assert.Equal([202, 400, 400, 202], told.Select(r => r.GetProperty("status").GetInt32()));
        Assert.Equal([0, 1, 2, 3], told.Select(r => r.GetProperty("index").GetInt32()));
        (await Host.As("web").PostAsync("leads/batch", "")).Refused(400, "malformed");
    }

    [Fact]
    public async Task A_batch_may_begin_with_a_byte_order_mark()
    {
        var told = (await Host.As("web").PostAsync("leads/batch", "\uFEFF" + """[ { "email": "bom1@example.com", "product": "blind" }, { "email": "bom2@example.com", "product": "blind" } ]""")).Is(200)["results"];
        Assert.Equal([202, 202], told.EnumerateArray().Select(r => r.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task What_cannot_be_kept_of_a_batch_is_told_of_each_and_not_of_all()
    {
        using (Host.Services.GetRequiredService<WriteTurn>().Take())
        {
            var told = (await Host.As("web").PostAsync("leads/batch", "{ broken\n{ \"nothing\": 1 }")).Is(200)["results"];
            Assert.Equal([503, 503], told.EnumerateArray().Select(r => r.GetProperty("status").GetInt32()));
            Assert.All(told.EnumerateArray(), r => Assert.Contains("try again", r.GetProperty("errors").GetProperty("")[0].GetString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Many_unreadable_items_of_a_batch_are_kept_at_once_and_cost_no_good_lead()
    {
        var before = await KeptAsync();
        var lines = Enumerable.Range(0, 500).Select(_ => "{ broken").Append("""{ "email": "good-among-bad@example.com", "product": "blind" }""");

        var told = (await Host.As("web").PostAsync("leads/batch", string.Join('\n', lines))).Is(200)["results"].EnumerateArray().ToList();

        Assert.Equal(202, told[^1].GetProperty("status").GetInt32());
        Assert.Equal(500, told.Count(r => r.GetProperty("status").GetInt32() == 400));
        Assert.Equal(500, await KeptAsync() - before);

        Task<int> KeptAsync() => Host.Services.GetRequiredService<Pen>().ReadAsync(db => db.Deliveries.CountAsync());
    }

    [Fact]
    public async Task The_same_person_and_product_within_a_day_is_a_duplicate_of_its_own_id()
    {
        var first = (await Host.As("web").PostAsync("leads", new { email = "Twice@Example.com", product = "blind" })).Is(202);
        var second = (await Host.As("shop").PostAsync("leads", new { email = "twice@example.com", product = "Blind" })).Is(202);

        Assert.Equal("waiting", first["status"].GetString());
        Assert.Equal("duplicate", second["status"].GetString());
        Assert.NotEqual(first.Id, second.Id);
        Assert.DoesNotContain(first.Id!, second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "nonsense", 404)]
    [InlineData("GET", "leads/not-an-id", 404)]
    [InlineData("DELETE", "desk", 405)]
    [InlineData("GET", "ledger?lane=blind&limit=many", 400)]
    [InlineData("GET", "ledger?lane=blind&limit=0", 400)]
    [InlineData("GET", "ledger?lane=blind&limit=99999999999999999999", 400)]
    [InlineData("GET", "ledger?lane=blind&after=x", 400)]
    [InlineData("GET", "ledger?lane=nowhere", 400)]
    [InlineData("GET", "ledger?lane=blind&rep=kim", 400)]
    [InlineData("GET", "ledger/entries/99999999999/receipt", 404)]
    [InlineData("GET", "ledger/entries/-1/receipt", 404)]
    [InlineData("GET", "ledger/entries/99999999999999999999999/receipt", 404)]
    public async Task An_address_that_is_wrong_is_answered_with_a_problem(string method, string path, int status)
    {
        var told = (await Host.As("dana").SendAsync(new HttpMethod(method), path, null)).Is(status);

        Assert.Equal("application/problem+json", told.ContentType);
        Assert.NotEmpty(told["detail"].GetString()!);
    }
}

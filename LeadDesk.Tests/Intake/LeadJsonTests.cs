using System.Text.Json;
using LeadDesk.App.Api;
using LeadDesk.App.Intake;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Intake;

public sealed class LeadJsonTests
{
    [Fact]
    public void Every_field_finds_its_place()
    {
        var read = Read("""
            { "name": "Pat Doe", "email": "Pat@Example.com", "phone": "+1 555 0100", "product": "ring", "message": "hello", "value": 3200.50, "region": "NW", "postcode": "98103",
              "country": "US", "language": "en", "company": "Doe Ltd", "companySize": 12, "industry": "retail", "requestKind": "callBack", "sentAt": "2026-03-09T10:05:00-04:00",
              "externalId": "x-1", "preferredChannel": "sms", "contactHours": "after six", "discreet": true, "consent": true, "utm_source": "ads", "fields": { "metal": "gold", "size": 54, "gift": false } }
            """);
        Assert.Empty(read.Errors.All);
        var lead = read.Draft!;
        Assert.Equal(
            new Facts
            {
                Product = "ring",
                Value = 3200.50m,
                Region = "NW",
                Postcode = "98103",
                Country = "US",
                Language = "en",
                Company = "Doe Ltd",
                CompanySize = 12,
                Industry = "retail",
                RequestKind = RequestKind.CallBack,
                Discreet = true,
                PreferredChannel = "sms",
                ContactHours = "after six",
            },
            lead.Facts);
        Assert.Equal(new Contact("Pat Doe", "Pat@Example.com", "+1 555 0100", "Doe Ltd"), lead.Person.Contact);
        Assert.Equal("hello", lead.Person.Message);
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 14, 5, 0, TimeSpan.Zero), lead.SentAt);
        Assert.Equal("x-1", lead.ExternalId);
        Assert.Empty(lead.Warnings);
        Assert.Equal(
            ["consent=true", "gift=false", "industry=retail", "metal=gold", "size=54", "utm_source=ads"],
            lead.Person.Fields.Select(f => $"{f.Key}={f.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_we_do_not_know_is_kept_and_named_in_the_warnings()
    {
        var lead = Read("""{ "email": "a@example.com", "colour": "blue", "tags": ["x", 1], "none": null, "fields": { "colour": "red" } }""").Draft!;
        Assert.Equal("red", lead.Person.Fields["colour"]);
        Assert.Equal("blue", lead.Person.Fields["colour (top)"]);
        Assert.Equal("""["x", 1]""", lead.Person.Fields["tags"]);
        Assert.Equal(["colour", "tags", "none"], lead.Warnings.Select(w => w.Split(':')[0]));
    }

    [Theory]
    [InlineData("""{ "email": "a@example.com" }""", true)]
    [InlineData("""{ "phone": "555 0100" }""", true)]
    [InlineData("""{ "email": "nonsense", "phone": "555 0100" }""", true)]
    [InlineData("""{ "email": "a@example.com", "phone": "call me" }""", true)]
    [InlineData("""{ "name": "Pat" }""", false)]
    [InlineData("""{ "email": " ", "phone": "" }""", false)]
    [InlineData("""{ "email": "pat.example.com" }""", false)]
    [InlineData("""{ "phone": "call me" }""", false)]
    public void At_least_one_usable_contact_is_required(string body, bool usable)
    {
        var read = Read(body);
        Assert.Equal(usable, read.Draft is not null);
        Assert.Equal(usable ? [] : ["email", "phone"], read.Errors.ByField.Keys);
        Assert.NotNull(LeadJson.Read(JsonText.Parse(body).Json!.Value, contactRequired: false).Draft);
    }

    [Fact]
    public void An_unusable_contact_beside_a_usable_one_is_kept_and_warned_of()
    {
        var lead = Read("""{ "email": "nonsense", "phone": "555 0100" }""").Draft!;
        Assert.Equal("nonsense", lead.Person.Contact.Email);
        Assert.StartsWith("email:", Assert.Single(lead.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", 200)]
    [InlineData("company", 200)]
    [InlineData("product", 200)]
    [InlineData("region", 200)]
    [InlineData("message", 20_000)]
    [InlineData("postcode", 2_000)]
    [InlineData("contactHours", 2_000)]
    [InlineData("externalId", 2_000)]
    [InlineData("utm_campaign", 2_000)]
    [InlineData("stranger", 2_000)]
    public void Texts_have_their_limits(string field, int limit)
    {
        Assert.NotNull(Read($$"""{ "email": "a@example.com", "{{field}}": "{{new string('x', limit)}}" }""").Draft);
        var tooLong = Read($$"""{ "email": "a@example.com", "{{field}}": "{{new string('x', limit + 1)}}" }""");
        Assert.Null(tooLong.Draft);
        Assert.Equal([field], tooLong.Errors.ByField.Keys);
    }

    [Theory]
    [InlineData("name", "5")]
    [InlineData("message", "[]")]
    [InlineData("value", "\"3000\"")]
    [InlineData("value", "1e309")]
    [InlineData("companySize", "\"51-200\"")]
    [InlineData("requestKind", "\"phone\"")]
    [InlineData("sentAt", "\"yesterday\"")]
    [InlineData("discreet", "\"yes\"")]
    [InlineData("fields", "\"x\"")]
    public void A_wrong_type_is_named(string field, string value) =>
        Assert.Equal([field], Read($$"""{ "email": "a@example.com", "{{field}}": {{value}} }""").Errors.ByField.Keys);

    [Theory]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("null")]
    public void A_lead_is_an_object(string body) => Assert.True(Read(body).Errors.Any);

    [Fact]
    public void Nasty_texts_in_any_field_are_taken_or_refused_by_name()
    {
        foreach (var text in NastyTexts.All)
        {
            foreach (var field in new[] { "name", "email", "phone", "source", "product", "region", "message", "sentAt", "requestKind", "fields" })
            {
                var body = JsonSerializer.Serialize(new Dictionary<string, string> { ["name"] = "Pat", ["email"] = "a@example.com", ["phone"] = "+15550000000", [field] = text });
                var read = Read(body);
                Assert.True(read.Draft is not null || read.Errors.ByField.ContainsKey(field), body);
            }
        }
    }

    private static LeadJsonRead Read(string body) => LeadJson.Read(JsonText.Parse(body).Json!.Value);
}

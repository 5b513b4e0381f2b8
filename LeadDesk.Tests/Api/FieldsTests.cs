using System.Text;
using System.Text.Json;
using LeadDesk.App.Api;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Api;

public sealed class FieldsTests
{
    [Theory]
    [InlineData("text", "5")]
    [InlineData("text", "[]")]
    [InlineData("text", "\"far too long\"")]
    [InlineData("kind", "\"Quote\"")]
    [InlineData("kind", "3")]
    [InlineData("at", "\"2026-03-09\"")]
    [InlineData("at", "\"2026-03-09T14:05:00\"")]
    [InlineData("at", "\"2026-02-30T14:05:00Z\"")]
    [InlineData("at", "\"09/03/2026 14:05Z\"")]
    [InlineData("at", "1773065100")]
    [InlineData("id", "\"7\"")]
    [InlineData("yes", "\"true\"")]
    [InlineData("number", "\"3\"")]
    [InlineData("number", "1e309")]
    [InlineData("number", "100.01")]
    [InlineData("whole", "1.5")]
    [InlineData("whole", "1e30")]
    [InlineData("whole", "-1")]
    [InlineData("texts", "\"a\"")]
    [InlineData("texts[1]", "[\"a\", 5]")]
    [InlineData("texts[1]", "[\"a\", \" \"]")]
    [InlineData("part", "[]")]
    [InlineData("part.inner", "{ \"inner\": 5 }")]
    [InlineData("part.other", "{ \"other\": 5 }")]
    [InlineData("parts[0]", "[7]")]
    [InlineData("stranger", "null")]
    public void What_is_wrong_is_named_by_its_path(string path, string value)
    {
        var member = path.Split('.', '[')[0];
        var errors = ReadAll($"{{ \"{member}\": {value} }}");
        Assert.Equal([path], errors.ByField.Keys);
        Assert.All(errors.All, e => Assert.NotEmpty(e.Words));
    }

    [Fact]
    public void What_is_right_is_no_error_and_null_counts_as_absent()
    {
        Assert.Empty(ReadAll("{}").All);
        Assert.Empty(ReadAll("""{ "text": null, "kind": null, "at": null, "id": null, "yes": null, "number": null, "whole": null, "texts": null, "part": null, "parts": null }""").All);
        Assert.Empty(ReadAll("""
            { "text": "abc", "kind": "callBack", "at": "2026-03-09T10:05:00.5-04:00", "id": "3f2b8c1e-52a4-4d0b-9a57-0c9d8f6e1b24", "yes": true,
              "number": 99.5, "whole": 5.0, "texts": ["a"], "part": { "inner": "x" }, "parts": [{}] }
            """).All);
    }

    [Fact]
    public void What_is_required_may_be_neither_absent_nor_null_nor_blank()
    {
        foreach (var body in new[] { "{}", """{ "reason": null }""", """{ "reason": " " }""" })
        {
            var errors = new FieldErrors();
            Assert.Null(Fields.Over(Parse(body), errors).Text("reason", 10, required: true));
            Assert.Equal("reason", Assert.Single(errors.All).Path);
        }
    }

    [Fact]
    public void An_unknown_member_is_refused_by_name_together_with_what_is_allowed()
    {
        var error = Assert.Single(ReadAll("""{ "txet": "abc" }""").All);
        Assert.Equal("txet", error.Path);
        Assert.Contains("text, kind, at", error.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_given_twice_is_an_error()
    {
        Assert.Equal("text", Assert.Single(ReadAll("""{ "text": "a", "text": "b" }""").All).Path);
    }

    [Fact]
    public void A_choice_names_its_values_as_they_travel()
    {
        Assert.Contains("question, quote, callBack, appointment, visit, fitting, credit, nonSales", Assert.Single(ReadAll("""{ "kind": "x" }""").All).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-09T14:05:00Z", "2026-03-09T14:05:00.000Z")]
    [InlineData("2026-03-09T14:05:00.123987+02:00", "2026-03-09T12:05:00.123Z")]
    [InlineData("2026-03-09T14:05-0330", "2026-03-09T17:35:00.000Z")]
    [InlineData("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999Z")]
    public void A_moment_is_read_as_UTC_in_milliseconds(string text, string expected)
    {
        var moment = IsoInstant.Read(text)!.Value;
        Assert.Equal(TimeSpan.Zero, moment.Offset);
        Assert.Equal(expected, moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0, moment.Ticks % TimeSpan.TicksPerMillisecond);
    }

    [Fact]
    public void A_hundred_thousand_unknown_members_make_a_hundred_errors()
    {
        var body = "{" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"m{i}\":0")) + "}";
        Assert.Equal(100, ReadAll(body).All.Count);
    }

    [Fact]
    public void A_long_name_does_not_make_a_long_error()
    {
        Assert.All(ReadAll("{ \"" + new string('n', 500_000) + "\": 1 }").All, e => Assert.InRange(e.Path.Length, 1, 100));
    }

    [Theory]
    [InlineData("""\ud800""", "\ufffd")]
    [InlineData("""\udc00a""", "\ufffda")]
    [InlineData("""\ud800\ud83d\ude00""", "\ufffd\ud83d\ude00")]
    [InlineData("""\ud83d\ude00""", "\ud83d\ude00")]
    [InlineData("""\uD83Dx\uDE00""", "\ufffdx\ufffd")]
    [InlineData("""a\u0000b""", "a\ufffdb")]
    [InlineData("""\\ud800""", "\\ud800")]
    [InlineData("""\\\ud800""", "\\\ufffd")]
    [InlineData("""\u0041\uffff""", "A\uffff")]
    public void Half_surrogates_and_NUL_become_a_mark_and_nothing_else_changes(string inJson, string expected)
    {
        var json = Parse($"{{ \"{inJson}\": \"{inJson}\" }}");
        var member = Assert.Single(json.EnumerateObject());
        Assert.Equal(expected, member.Name);
        Assert.Equal(expected, member.Value.GetString());
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_become_a_mark()
    {
        byte[] body = [.. "{ \"text\": \"P"u8, 0xe9, .. "t\" }"u8];
        Assert.Equal("P\ufffdt", JsonText.Parse(body).Json!.Value.GetProperty("text").GetString());
        Assert.NotNull(JsonText.Parse((byte[])[0xef, 0xbb, 0xbf, .. "{}"u8]).Json);
    }

    [Fact]
    public void Nasty_texts_are_read_cleaned_or_named_and_never_thrown_over()
    {
        var texts = NastyTexts.All.ToList();
        if (SharedData.Find("data/vectors/strings/blns.json") is { } more)
        {
            texts.AddRange(JsonText.Parse(File.ReadAllBytes(more)).Json!.Value.EnumerateArray().Select(e => e.GetString()!));
        }

        foreach (var text in texts)
        {
            var quoted = Quote(text);
            var errors = new FieldErrors();
            Assert.Equal(JsonText.Clean(text), Fields.Over(Parse($"{{ \"text\": {quoted} }}"), errors).Text("text", 100_000));
            Assert.Empty(errors.All);
            foreach (var member in new[] { "kind", "at", "id", "yes", "number", "whole", "texts", "part", "parts" })
            {
                Assert.Equal([member], ReadAll($"{{ \"{member}\": {quoted} }}").ByField.Keys);
            }
        }
    }

    [Fact]
    public void Any_broken_body_is_refused_in_words_or_read()
    {
        const int Seed = 4711;
        var random = new Random(Seed);
        var sound = Encoding.UTF8.GetBytes("""{ "text": "a\ud83d\ude00\u0000", "number": 12.5e1, "texts": ["x", "y\\"], "part": { "inner": "é" }, "parts": [{}, {}], "yes": true }""");
        for (var round = 0; round < 20_000; round++)
        {
            var body = sound.ToArray();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            try
            {
                if (JsonText.Parse(body) is { Json: { } json })
                {
                    ReadAll(json);
                }
            }
            catch (Exception thrown) when (thrown is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {Seed}, round {round}: {Convert.ToHexString(body)}: {thrown}");
            }
        }
    }

    [Fact]
    public void Nesting_is_read_64_deep_and_refused_beyond()
    {
        Assert.NotNull(JsonText.Parse(new string('[', 64) + new string(']', 64)).Json);
        Assert.Equal(400, JsonText.Parse(new string('[', 65) + new string(']', 65)).Problem!.Status);
        Assert.Equal(400, JsonText.Parse(new string('[', 500_000)).Problem!.Status);
    }

    private static FieldErrors ReadAll(string body) => ReadAll(Parse(body));

    private static FieldErrors ReadAll(JsonElement json)
    {
        var errors = new FieldErrors();
        var fields = Fields.Over(json, errors);
        fields.Text("text", 5);
        fields.OneOf<RequestKind>("kind");
        fields.Instant("at");
        fields.Id("id");
        fields.YesNo("yes");
        fields.Number("number", 0, 100);
        fields.Whole("whole", 0, 100);
        fields.Texts("texts", 5, 5);
        if (fields.Part("part") is { } part)
        {
            part.Text("inner", 5);
            part.RefuseUnknown();
        }

        fields.Parts("parts", 5);
        fields.RefuseUnknown();
        return errors;
    }

    private static JsonElement Parse(string body) => JsonText.Parse(body).Json!.Value;

    // Escaped unit by unit: a serializer would mend half surrogates on the way.
    private static string Quote(string text) => "\"" + string.Concat(text.Select(c => $"\\u{(int)c:x4}")) + "\"";
}

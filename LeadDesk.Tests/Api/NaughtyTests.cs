using System.Diagnostics;
using System.Text.Json;
using LeadDesk.App.Api;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>Texts that have broken programs before, in every field: taken whole or refused by name, never an error on our side.</summary>
public sealed class NaughtyTests
{
    private const int AtOnce = 16;

    private static readonly string[] Fields =
    [
        "name", "email", "phone", "product", "message", "region", "postcode", "country", "language", "company", "industry",
        "requestKind", "sentAt", "externalId", "preferredChannel", "contactHours", "utm_source", "unknown",
    ];

    private static readonly string[] Shown = ["name", "email", "phone", "company", "message", "product", "region"];

    [NaughtyFact("data/vectors/strings/blns.json")]
    public async Task Every_naughty_string_in_every_field_of_a_lead_is_kept_or_named()
    {
        await using var host = new DeskHost(Floors.With());
        var texts = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Find("data/vectors/strings/blns.json")!))!;
        var cases = texts.Concat(NastyTexts.All).Distinct(StringComparer.Ordinal).SelectMany((text, i) => Fields.Select((field, f) => (text, field, at: (i * Fields.Length) + f))).Where(c => c.at % 5 == 0).ToList();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (c, _) =>
        {
            var lead = new Dictionary<string, string>(StringComparer.Ordinal) { ["phone"] = $"+1 555 {c.at:0000000}", ["product"] = "blind" };
            if (c.field == "phone")
            {
                lead["email"] = $"n{c.at}@example.com";
            }

            lead[c.field] = c.text;
            await AssertKeptOrNamedAsync(host, lead, c.field, c.text);
        });
        AssertNothingBroke(host);
    }

    [NaughtyFact("tools/bad_inputs.py")]
    public async Task The_naughty_payloads_are_kept_or_named()
    {
        var folder = Directory.CreateTempSubdirectory("leaddesk-naughty-");
        try
        {
            var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, UseShellExecute = false };
            start.ArgumentList.Add(SharedData.Find("tools/bad_inputs.py")!);
            start.ArgumentList.Add(folder.FullName);
            start.ArgumentList.Add(SharedData.Find("data/vectors/strings/blns.json")!);
            using var made = Process.Start(start)!;
            await made.StandardOutput.ReadToEndAsync();
            await made.WaitForExitAsync();
            Assert.Equal(0, made.ExitCode);
            await using var host = new DeskHost(Floors.With());
            var lines = (await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "naughty.jsonl"))).Where((_, i) => i % 7 == 0).ToList();
            await Parallel.ForEachAsync(lines, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (line, _) =>
            {
                var told = await host.As("web").PostAsync("leads", line);
                if (told.Code == 202)
                {
                    var sent = JsonText.Parse(line).Json!.Value;
                    await AssertReadBackAsync(host, told.Id!, name => sent.TryGetProperty(name, out var value) ? value.GetString() : null);
                }
                else
                {
                    Assert.NotEmpty(told.Refused(400, "invalid")["errors"].EnumerateObject());
                }
            });
            AssertNothingBroke(host);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [NaughtyFact("data/vectors/strings/blns.json")]
    public async Task Every_naughty_string_in_what_people_type_is_kept_or_named()
    {
        await using var host = new DeskHost(Floors.With(places: 1000));
        await host.ComeAsync("kim");
        var kim = (await host.As("kim").GetAsync("me")).Id;
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        var texts = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Find("data/vectors/strings/blns.json")!))!
            .Concat(NastyTexts.All).Distinct(StringComparer.Ordinal).Where((_, i) => i % 3 == 0).ToList();
        var notes = new List<string>();
        foreach (var text in texts)
        {
            var told = await host.As("kim").PostAsync($"leads/{lead}/attempts", Raw(("channel", "call"), ("result", "noAnswer"), ("note", text)));
            if (told.Code == 200)
            {
                notes.Add(JsonText.Clean(text));
            }
            else
            {
                told.Names("note");
            }

            await OneOfAsync(host.As("kim").PostAsync($"leads/{lead}/note", Raw(("text", text))), "text");
            await OneOfAsync(host.As("kim").PutAsync("desk/optIn", Raw(("lane", text), ("on", true))), "lane");
            await OneOfAsync(host.As("kim").PutAsync("desk/presence", Raw(("presence", text))), "presence");
            await OneOfAsync(host.As("kim").PostAsync("desk/next", Raw(("lane", text))), "lane");
            await OneOfAsync(host.As("kim").PostAsync($"leads/{lead}/outcome", Raw(("outcome", text))), "outcome");
            await OneOfAsync(host.As("kim").PostAsync($"leads/{lead}/park", Raw(("until", text))), "until");
            await OneOfAsync(host.As("dana").PostAsync($"leads/{lead}/assign", Raw(("to", kim!), ("reason", text), ("note", text))), "reason", "note");
            await OneOfAsync(host.As("dana").PostAsync($"leads/{lead}/assign", Raw(("to", text), ("reason", "x"))), "to");
            await OneOfAsync(host.As("kim").PostAsync($"leads/{lead}/note", Raw((text, "x"), ("text", "x"))), text, null);
            await OneOfAsync(host.As("ada").PutAsync("floor-file", Raw((text, text))), text, null);
        }

        var kept = (await host.As("dana").GetAsync($"leads/{lead}")).Is(200)["attempts"].EnumerateArray().Select(a => a.GetProperty("note").GetString());
        Assert.Equal(notes, kept);
        AssertNothingBroke(host);
    }

    [Fact]
    public async Task A_mebibyte_of_a_note_is_refused_and_twenty_thousand_characters_are_kept()
    {
        await using var host = new DeskHost(Floors.With());
        await host.ComeAsync("kim");
        var lead = await host.LeadAsync("cherry");
        (await host.As("kim").PostAsync($"leads/{lead}/claim")).Is(200);
        (await host.As("kim").PostAsync($"leads/{lead}/note", new { text = new string('x', 1024 * 1024) })).Refused(413, "too-large");
        (await host.As("kim").PostAsync($"leads/{lead}/note", new { text = new string('x', 20_001) })).Names("text");
        var most = new string('x', 19_990) + "the-end-99";

        (await host.As("kim").PostAsync($"leads/{lead}/note", new { text = most })).Is(200);

        Assert.Contains((await host.As("kim").GetAsync($"leads/{lead}/history")).Is(200).Json.EnumerateArray(), h => h.TryGetProperty("text", out var text) && text.GetString() == most);
    }

    /// <summary>JSON with the text as it is, half surrogates and all: an encoder that mends them would hide what is to be shown.</summary>
    private static string Raw(params (string Name, object Value)[] members) =>
        "{" + string.Join(',', members.Select(m => $"{Quote(m.Name)}:{(m.Value is string text ? Quote(text) : "true")}")) + "}";

    private static string Quote(string text) => "\"" + string.Concat(text.Select(c => c is '"' or '\\' or < ' ' or > '~' ? $"\\u{(int)c:x4}" : c.ToString())) + "\"";

    private static async Task OneOfAsync(Task<Told> call, params string?[] fields)
    {
        var told = await call;
        Assert.True(told.Code is >= 200 and < 500, told.Text);
        if (told.Code == 400 && fields[^1] is not null)
        {
            Assert.Contains(told.Refused(400, "invalid")["errors"].EnumerateObject().Select(e => e.Name), e => fields.Contains(e));
        }
    }

    private static async Task AssertKeptOrNamedAsync(DeskHost host, Dictionary<string, string> lead, string field, string text)
    {
        var told = await host.As("web").PostAsync("leads", Raw([.. lead.Select(l => (l.Key, (object)l.Value))]));
        if (told.Code == 202)
        {
            await AssertReadBackAsync(host, told.Id!, name => lead.TryGetValue(name, out var value) ? JsonText.Clean(value) : null);
            if (field is "industry" or "utm_source" or "unknown" && !string.IsNullOrWhiteSpace(text))
            {
                Assert.Equal(JsonText.Clean(text), host.PersonOf(told.Id!)!.Fields[field]);
            }
        }
        else if (told.Code != 200)
        {
            told.Names(field);
        }
    }

    private static async Task AssertReadBackAsync(DeskHost host, string id, Func<string, string?> sent)
    {
        var seen = (await host.As("dana").GetAsync($"leads/{id}")).Is(200);
        foreach (var name in Shown)
        {
            var wanted = sent(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
            var holder = name is "message" or "product" or "region" ? seen.Json : seen["contact"];
            var kept = holder.TryGetProperty(name, out var value) ? value.GetString() : null;
            Assert.True(wanted == kept, $"{name}: sent {wanted}, kept {kept}");
        }
    }

    private static void AssertNothingBroke(DeskHost host) =>
        Assert.DoesNotContain(host.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal) || l.StartsWith("Critical", StringComparison.Ordinal));
}

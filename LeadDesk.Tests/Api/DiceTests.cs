using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>The open dice over HTTP: a hash from the first moment, the secret the next day, and draws that anybody can make anew.</summary>
public sealed class DiceTests
{
    private const string Lanes = """
        { "key": "lot", "name": "By lot", "when": { "product": ["lot"] }, "method": "random", "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "heavy", "name": "By weight", "when": { "product": ["heavy"] }, "method": "random", "settings": { "weighted": true }, "fallback": "managers", "firstAttemptMinutes": 600 },
        { "key": "turn", "name": "Turn", "when": { "product": ["turn"] }, "method": "fairTurn", "names": false, "fallback": "managers", "firstAttemptMinutes": 600 }
        """;

    private static readonly string[] Names = ["kim", "lee", "rob"];

    [Fact]
    public async Task Yesterdays_draws_come_out_again_with_a_few_lines_of_ones_own()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = new DeskHost(Floors.With(Lanes, more: Floors.Person("pia", "rep", more: """, "weight": 2.5""")), clock);
        await host.ComeAsync([.. Names, "pia"]);
        for (var i = 0; i < 12; i++)
        {
            await GiveAsync(host, i % 3 == 2 ? "heavy" : "lot");
        }

        var morning = (await host.As("kim").GetAsync("dice")).Is(200)["items"][0];
        Assert.Equal(("2026-03-02", "null", "null"), (morning.GetProperty("day").GetString(), morning.GetProperty("secret").GetRawText(), morning.GetProperty("salt").GetRawText()));
        (await host.As("kim").GetAsync("dice/draws?day=2026-03-02")).Refused(404, "unknown");
        var drawn = host.Events.ReadFrom(0, int.MaxValue).First(e => e.Act == "offered").Seq;
        (await host.As("kim").GetAsync($"dice/entries/{drawn}")).Refused(404, "unknown");

        await host.PassAsync(TimeSpan.FromDays(1), f => f.Day == new DateOnly(2026, 3, 3));

        var opened = (await host.As("lee").GetAsync("dice")).Is(200)["items"].EnumerateArray().Single(d => d.GetProperty("day").GetString() == "2026-03-02");
        var secret = opened.GetProperty("secret").GetString()!;
        Assert.Equal(morning.GetProperty("hash").GetString(), Hex(SHA256.HashData(Convert.FromHexString(secret))));
        Assert.Equal(morning.GetProperty("commitment").GetString(), Hex(SHA256.HashData([.. Convert.FromHexString(opened.GetProperty("salt").GetString()!), .. Encoding.ASCII.GetBytes(secret)])));

        var draws = (await host.As("rob").GetAsync("dice/draws?day=2026-03-02")).Is(200)["items"].EnumerateArray().ToList();
        Assert.Equal(12, draws.Count);
        foreach (var entry in draws.Select(d => d.GetProperty("entry").GetInt64()))
        {
            var draw = (await host.As("rob").GetAsync($"dice/entries/{entry}")).Is(200);
            var throws = draw["throws"].EnumerateArray().OrderBy(t => t.GetProperty("rank").GetInt32()).ToList();
            Assert.Equal(4, throws.Count);
            var mine = throws.Select(t => BinaryPrimitives.ReadUInt64BigEndian(Hmac(Convert.FromHexString(secret), entry, t.GetProperty("number").GetInt64()))).ToList();
            Assert.Equal(mine, throws.Select(t => ulong.Parse(t.GetProperty("value").GetString()!, CultureInfo.InvariantCulture)));
            var inOrder = draw["weighted"].GetBoolean()
                ? mine.Zip(throws).OrderByDescending(m => Math.Log(((m.First >> 11) + 1) / Math.Pow(2, 53)) / long.Parse(m.Second.GetProperty("weight").GetString()!, CultureInfo.InvariantCulture)).Select(m => m.First)
                : mine.Order();
            Assert.Equal(inOrder, mine);
            Assert.True(draw["holds"].GetBoolean(), draw.Text);
            var offered = (await host.As("dana").GetAsync($"ledger/entries/{entry}/receipt")).Is(200);
            Assert.Equal(offered["chosen"].GetString(), throws[0].GetProperty("repId").GetString());
        }

        Assert.Contains(draws, d => d.GetProperty("lane").GetString() == "By weight");
        var before = (await host.As("kim").GetAsync("dice")).Text;
        await using var again = await host.AgainAsync();
        Assert.Equal(before, (await again.As("kim").GetAsync("dice")).Text);
    }

    [Fact]
    public async Task Where_names_are_off_a_draw_names_nobody_but_the_reader_and_never_a_lead()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var host = new DeskHost(Floors.With(Lanes), clock);
        await host.ComeAsync(Names);
        var lead = await GiveAsync(host, "turn");
        await host.PassAsync(TimeSpan.FromDays(1), f => f.Day == new DateOnly(2026, 3, 3));
        var entry = (await host.As("dana").GetAsync("dice/draws?day=2026-03-02")).Is(200)["items"][0].GetProperty("entry").GetInt64();

        var theirs = (await host.As("kim").GetAsync($"dice/entries/{entry}")).Is(200);
        var managers = (await host.As("dana").GetAsync($"dice/entries/{entry}")).Is(200);

        Assert.Equal(["kim"], theirs["throws"].EnumerateArray().Select(t => t.GetProperty("name").GetString()).OfType<string>());
        Assert.Equal(Names, managers["throws"].EnumerateArray().Select(t => t.GetProperty("name").GetString()!).Order());
        Assert.DoesNotContain(lead, theirs.Text, StringComparison.Ordinal);
        Assert.All(theirs["throws"].EnumerateArray(), t => Assert.True(t.GetProperty("inDraw").GetBoolean(), "all began at nothing"));
        Assert.True(theirs["holds"].GetBoolean());
    }

    [Theory]
    [InlineData("dice?limit=0", "limit")]
    [InlineData("dice?after=x", "after")]
    [InlineData("dice/draws", "day")]
    [InlineData("dice/draws?day=02.03.2026", "day")]
    public async Task What_is_wrong_is_named(string path, string field)
    {
        await using var host = new DeskHost(Floors.With(Lanes));
        (await host.As("kim").GetAsync(path)).Names(field);
        (await host.As("kim").GetAsync("dice/entries/1")).Refused(404, "unknown");
        (await host.As("kim").GetAsync("dice/entries/0")).Refused(404, "unknown");
        (await host.As("kim").GetAsync("dice/draws?day=1999-01-01")).Refused(404, "unknown");
    }

    /// <summary>A lead that is offered and accepted at once.</summary>
    private static async Task<string> GiveAsync(DeskHost host, string product)
    {
        var lead = await host.LeadAsync(product);
        (await host.As(host.NameOf(host.Lead(lead).Offer!.Rep)).PostAsync($"leads/{lead}/accept")).Is(200);
        return lead;
    }

    /// <summary>RFC 2104 by hand: H(K xor opad, H(K xor ipad, text)), with a key shorter than the block.</summary>
    private static byte[] Hmac(byte[] key, long entry, long number)
    {
        var text = Convert.FromHexString(entry.ToString("x16", CultureInfo.InvariantCulture) + number.ToString("x16", CultureInfo.InvariantCulture));
        byte[] Padded(byte with) => [.. key.Concat(new byte[64 - key.Length]).Select(b => (byte)(b ^ with))];
        return SHA256.HashData([.. Padded(0x5c), .. SHA256.HashData([.. Padded(0x36), .. text])]);
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Desk;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Store;

/// <summary>Logs of earlier releases stay readable for ever.</summary>
public sealed class SampleLogTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Store", "Logs");

    public static TheoryData<string> Logs => [.. Directory.GetFiles(Folder, "*.jsonl").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(Logs))]
    public void A_log_of_a_release_is_read_and_folded(string file)
    {
        var lines = File.ReadLines(Path.Combine(Folder, file)).Select(l => JsonNode.Parse(l)!).ToList();
        var floor = SalesFloor.Empty;
        foreach (var line in lines)
        {
            var stamped = EventCodec.Read(Stored(line));
            floor = floor.After(stamped);
            if (stamped.Event is LeadEvent step)
            {
                var lead = floor.Find(step.Lead)!;
                Assert.Equal(((string?)line["after"], (long?)line["version"]), (lead.Owner is { } owner ? floor.Person(owner).Id.ToString() : null, lead.Version));
            }
        }

        Assert.Equal(lines.Count, floor.Seq);
        Assert.All(floor.Ledgers.Values, l => Assert.Equal(Int128.Zero, l.Accounts.Values.Aggregate(Int128.Zero, (sum, a) => sum + a.Balance)));
        Assert.Equal(Dump.Of(floor), Dump.Of(FloorCodec.Read(
            FloorCodec.Write(floor),
            seqs => seqs.ToDictionary(s => s, s => FactsOf(lines[(int)s - 1])),
            _ => floor.Secret)));
    }

    [Fact]
    public void The_samples_hold_every_kind_of_event_that_a_desk_can_make() => Assert.Empty(Missing(Sampled()));

    [Fact]
    public async Task A_sample_log_is_written()
    {
        if (Environment.GetEnvironmentVariable("LEADDESK_WRITE_LOG") is not { } file)
        {
            return;
        }

        for (var seed = 1; ; seed++)
        {
            await using var house = await House.OpenAsync(Floors.Mixed, [.. Floors.People]);
            await new RandomDay(house, seed).LiveAsync(300);
            await TakeOutAsync(house);
            if (!Missing(house.Log.ReadFrom(0, int.MaxValue).Select(e => e.Act).Concat(Sampled())).Any())
            {
                var rows = house.Ask("SELECT seq, after, version FROM log ORDER BY seq").Select(r => r.Split('|')).ToList();
                await File.WriteAllLinesAsync(file, house.Log.ReadFrom(0, int.MaxValue).Select((e, i) => Line(e, rows[i]).ToJsonString()));
                return;
            }
        }
    }

    /// <summary>What no random day does: somebody who may takes data out.</summary>
    private static async Task TakeOutAsync(House house)
    {
        var ada = new RepId(house.Floor.People.Length + 1);
        Assert.True((await house.Loop.SendAsync(new Publish(Actor.Desk with { Via = "file" }, null, [new(ada, Guid.NewGuid(), new RepTerms { Role = Role.Admin }, Sorted.None<OptIn>())]))).IsDone);
        Assert.True((await house.Loop.SendAsync(new LogExport(Actor.Person(ada, "api"), Guid.NewGuid(), "audit", "act=taken"))).IsDone);
    }

    private static IEnumerable<string> Sampled() => Directory.GetFiles(Folder, "*.jsonl").SelectMany(File.ReadLines).Select(l => (string)JsonNode.Parse(l)!["act"]!);

    private static Facts FactsOf(JsonNode line) =>
        (string?)line["act"] == "relabelled" ? PersonalTexts.ReadFacts((string)line["text"]!) : PersonalTexts.ReadLead((string)line["text"]!).Facts;

    /// <summary>That floor takes leads back instead of calling their owners late.</summary>
    private static IEnumerable<string> Missing(IEnumerable<string> acts) =>
        EventCodec.Known.Select(t => EventCodec.ActOf((FloorEvent)new AnyValue(1).Of(t)!)).Except([.. acts, "owner-late"], StringComparer.Ordinal);

    private static JsonObject Line(StoredEvent e, string[] row) => new()
    {
        ["seq"] = e.Seq,
        ["at"] = e.At,
        ["actor"] = e.Actor,
        ["via"] = e.Via,
        ["act"] = e.Act,
        ["lead"] = e.Lead,
        ["after"] = row[1].Length == 0 ? null : row[1],
        ["version"] = row[2].Length == 0 ? null : long.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture),
        ["body"] = JsonNode.Parse(e.Body),
        ["text"] = e.PersonalText,
    };

    private static StoredEvent Stored(JsonNode line) => new(
        (long)line["seq"]!, (long)line["at"]!, (string?)line["actor"], (string?)line["via"], (string)line["act"]!, (string?)line["lead"],
        JsonSerializer.SerializeToUtf8Bytes(line["body"]), (string?)line["text"]);
}

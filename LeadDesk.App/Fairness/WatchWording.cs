using System.Globalization;
using LeadDesk.Domain.Fairness;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Fairness;

/// <summary>The fairness watch in sentences, in the reader's language: what was counted, who stands out, and which guard acts by itself.</summary>
public sealed class WatchWording(IStringLocalizer<WatchWords> words)
{
    private const int MostNamed = 3;

    public string Title(WatchKind kind) => words[$"title-{kind}"];

    public string Guard(WatchKind kind) => words[$"guard-{kind}"];

    public string Sentence(WatchCard card, bool ofEverybody)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (!ofEverybody)
        {
            return card.People is [{ Row: var mine }]
                ? Join(words[$"mine-{card.Kind}", mine.Count, mine.Of, mine.OthersCount, mine.OthersOf], mine.StandsOut ? words["stands-out-mine"].Value : null)
                : words[$"none-mine-{card.Kind}"];
        }

        if (card.Of == 0)
        {
            return words[$"none-{card.Kind}"];
        }

        var outside = card.People.Where(p => p.Row.StandsOut).ToList();
        return Join(
            words[$"all-{card.Kind}", card.Count, card.Of],
            outside.Count == 0
                ? words["nobody-stands-out"].Value
                : words[outside.Count > 1 ? "stand-out" : "stands-out", string.Join(", ", outside.Take(MostNamed).Select(p => words["stands-so", p.Name, p.Row.Count, p.Row.Of].Value)), outside.Count - MostNamed > 0 ? words["and-more", outside.Count - MostNamed].Value : ""].Value);
    }

    /// <summary>What was left behind in a lane, and what it was worth beside what was taken.</summary>
    public string LeftBehind(WatchLane lane, string name)
    {
        var said = words["left", name, lane.Left, lane.Left + lane.Taken].Value;
        return Join(said, lane is { LeftMean: { } left, TakenMean: { } taken } ? words["left-worth", Money(left), Money(taken)].Value : null);
    }

    public string Given(IReadOnlyCollection<WatchGiven> given, bool ofEverybody)
    {
        ArgumentNullException.ThrowIfNull(given);
        var (leads, forced, self) = (given.Sum(g => g.Leads), given.Sum(g => g.Forced), given.Where(g => g.IsSelf).Sum(g => g.Leads));
        return leads == 0
            ? words[ofEverybody ? "given-none" : "given-none-mine"]
            : Join(words[ofEverybody ? "given" : "given-mine", leads], forced == 0 ? null : words["given-forced", forced].Value, self == 0 ? null : words["given-self", self].Value);
    }

    private static string Money(decimal value) => value.ToString("N0", CultureInfo.CurrentCulture);

    private static string Join(params string?[] sentences) => string.Join(' ', sentences.Where(s => !string.IsNullOrEmpty(s)));
}

using System.Collections.Immutable;
using System.Globalization;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Knobs;

namespace LeadDesk.App.Admin;

/// <summary>
/// The people that a lane's settings name. A file names them by e-mail and an editor by id; a lane keeps ids only, so that no address ever
/// comes into the log.
/// </summary>
public static class LanePeople
{
    /// <summary>Every e-mail address in the settings of these lanes, with the path where it stands.</summary>
    public static IEnumerable<(string Path, string Email)> Emails(ImmutableArray<Lane> lanes)
    {
        for (var i = 0; i < lanes.Length; i++)
        {
            foreach (var (knob, lines) in Named(lanes[i]))
            {
                for (var n = 0; n < lines.Length; n++)
                {
                    var at = knob is PeopleKnob ? string.Create(CultureInfo.InvariantCulture, $"{knob.Name}[{n}]") : $"{knob.Name}.{lines[n][0]}";
                    foreach (var email in lines[n].Where(IsEmail))
                    {
                        yield return (string.Create(CultureInfo.InvariantCulture, $"lanes[{i}].settings.{at}"), email);
                    }
                }
            }
        }
    }

    /// <summary>With ids in place of the addresses that idOf knows; the others stay.</summary>
    public static ImmutableArray<Lane> WithIds(ImmutableArray<Lane> lanes, Func<string, Guid?> idOf)
    {
        ArgumentNullException.ThrowIfNull(idOf);
        return Map(lanes, named => IsEmail(named) && idOf(named) is { } id ? id.ToString("D") : named);
    }

    /// <summary>With addresses in place of ids, for a file that people read; whoever has none any more is left out.</summary>
    public static ImmutableArray<Lane> WithEmails(ImmutableArray<Lane> lanes, Func<Guid, string?> emailOf)
    {
        ArgumentNullException.ThrowIfNull(emailOf);
        return Map(lanes, named => Guid.TryParseExact(named, "D", out var id) ? emailOf(id) : named);
    }

    /// <summary>Ids in place of all addresses, with an error for each that nobody has.</summary>
    public static ImmutableArray<Lane> Resolve(ImmutableArray<Lane> lanes, Func<string, Guid?> idOf, FieldErrors errors)
    {
        ArgumentNullException.ThrowIfNull(idOf);
        ArgumentNullException.ThrowIfNull(errors);
        foreach (var (path, email) in Emails(lanes).Where(e => idOf(e.Email) is null))
        {
            errors.Add(path, $"Nobody here has the e-mail address {email}.");
        }

        return WithIds(lanes, idOf);
    }

    private static bool IsEmail(string named) => named.Contains('@', StringComparison.Ordinal);

    /// <summary>A line of which one name is lost is lost.</summary>
    private static ImmutableArray<Lane> Map(ImmutableArray<Lane> lanes, Func<string, string?> map)
    {
        var mapped = lanes;
        for (var i = 0; i < lanes.Length; i++)
        {
            foreach (var (knob, lines) in Named(lanes[i]))
            {
                var kept = lines.Select(l => l.Select(map).ToArray()).Where(l => !l.Contains(null)).Select(l => string.Join('\t', l));
                mapped = mapped.SetItem(i, mapped[i] with { Settings = mapped[i].Settings.SetItem(knob.Name, string.Join('\n', kept)) });
            }
        }

        return mapped;
    }

    private static IEnumerable<(Knob Knob, string[][] Lines)> Named(Lane lane)
    {
        foreach (var knob in (Catalogue.Find(lane.Method)?.Knobs ?? []).Where(k => k is PeopleKnob or CoverKnob))
        {
            if (lane.Settings.TryGetValue(knob.Name, out var text))
            {
                yield return (knob, [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))]);
            }
        }
    }
}

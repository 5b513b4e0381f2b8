using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution.Knobs;

/// <summary>Texts by text without case, kept as text, tab, text, one a line.</summary>
public sealed record MapKnob(string Name) : Knob<ImmutableSortedDictionary<string, string>>(Name, Empty)
{
    private static readonly ImmutableSortedDictionary<string, string> Empty = ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    public override object? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var map = Empty.ToBuilder();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0)
            {
                return null;
            }

            map[line[..tab]] = line[(tab + 1)..];
        }

        return map.ToImmutable();
    }
}

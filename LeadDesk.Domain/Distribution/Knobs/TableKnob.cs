using System.Collections.Immutable;
using System.Globalization;

namespace LeadDesk.Domain.Distribution.Knobs;

/// <summary>Whole numbers by text, kept as text, tab, number, one a line. Keys = the only texts allowed; empty = any.</summary>
public sealed record TableKnob(string Name, ImmutableArray<string> Keys, int From, int To, ImmutableSortedDictionary<string, int> Default)
    : Knob<ImmutableSortedDictionary<string, int>>(Name, Default)
{
    /// <summary>The texts are whole numbers themselves.</summary>
    public bool NumbersOnly { get; init; }

    public bool Allows(string key) => !NumbersOnly || decimal.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    public override object? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.LastIndexOf('\t');
            if (tab < 0 || !int.TryParse(line.AsSpan(tab + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                || number < From || number > To || !Allows(line[..tab]) || (!Keys.IsEmpty && !Keys.Contains(line[..tab], StringComparer.Ordinal)))
            {
                return null;
            }

            table[line[..tab]] = number;
        }

        return table.ToImmutable();
    }
}

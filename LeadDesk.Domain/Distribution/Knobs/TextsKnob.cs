using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution.Knobs;

/// <summary>A list of texts, kept one a line.</summary>
public sealed record TextsKnob(string Name) : Knob<ImmutableArray<string>>(Name, [])
{
    /// <summary>The most texts a list may hold, and the most characters of one.</summary>
    public const int MostItems = 500;

    public const int MostCharacters = 200;

    public override object? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
    }
}

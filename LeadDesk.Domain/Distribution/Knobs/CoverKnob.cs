using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution.Knobs;

/// <summary>Person to person by the ids that the outside sees, kept as id, tab, id, one a line.</summary>
public sealed record CoverKnob(string Name) : Knob<ImmutableDictionary<Guid, Guid>>(Name, ImmutableDictionary<Guid, Guid>.Empty)
{
    public override object? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pairs = ImmutableDictionary.CreateBuilder<Guid, Guid>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split('\t');
            if (parts.Length != 2 || !Guid.TryParseExact(parts[0], "D", out var from) || !Guid.TryParseExact(parts[1], "D", out var to))
            {
                return null;
            }

            pairs[from] = to;
        }

        return pairs.ToImmutable();
    }
}

using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution.Knobs;

/// <summary>People in an order, kept as the ids that the outside sees, one a line. Whoever it does not name comes after those it does.</summary>
public sealed record PeopleKnob(string Name) : Knob<ImmutableArray<Guid>>(Name, [])
{
    public override object? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var people = ImmutableArray.CreateBuilder<Guid>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Guid.TryParseExact(line, "D", out var id))
            {
                return null;
            }

            people.Add(id);
        }

        return people.ToImmutable();
    }
}

using System.Collections.Immutable;

namespace LeadDesk.Domain.Distribution.Knobs;

/// <summary>One of a few words.</summary>
public sealed record ChoiceKnob(string Name, ImmutableArray<string> Choices, string Default) : Knob<string>(Name, Default)
{
    public override object? Read(string text) => Choices.Contains(text, StringComparer.Ordinal) ? text : null;
}

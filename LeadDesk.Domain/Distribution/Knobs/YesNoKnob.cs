namespace LeadDesk.Domain.Distribution.Knobs;

/// <summary>Yes or no.</summary>
public sealed record YesNoKnob(string Name, bool Default = false) : Knob<bool>(Name, Default)
{
    public override object? Read(string text) => bool.TryParse(text, out var yes) ? yes : null;
}

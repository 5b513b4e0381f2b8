using System.Globalization;

namespace LeadDesk.Domain.Distribution.Knobs;

/// <summary>A whole number within a range.</summary>
public sealed record WholeKnob(string Name, int From, int To, int Default) : Knob<int>(Name, Default)
{
    public override object? Read(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= From && number <= To ? number : null;
}

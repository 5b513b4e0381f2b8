using System.Globalization;

namespace LeadDesk.App.Settings;

/// <summary>
/// A colour for what can be pressed, and whether it can be read: on white it needs 4.5 to 1 (WCAG 1.4.3). In the dark a lighter shade of it
/// stands in. The colours of time are nobody's to change.
/// </summary>
public sealed record Accent(string Hex, double Ratio)
{
    public const string Ours = "#0b5c8f";
    private const double Least = 4.5;
    private static readonly (double R, double G, double B) White = (1, 1, 1);

    /// <summary>The dark screen's raised surface: what passes on it passes on the others.</summary>
    private static readonly (double R, double G, double B) Night = Read("#1b2433")!.Value;

    public bool Passes => Ratio >= Least;

    /// <summary>The same colour, darker until it passes.</summary>
    public string Nearest => Shade(Read(Hex)!.Value, (0, 0, 0), c => Contrast(c, White));

    /// <summary>The same colour, lighter until it can be read in the dark.</summary>
    public string Dark => Shade(Read(Hex)!.Value, White, c => Contrast(c, Night));

    /// <summary>Null where the text is no colour as #rrggbb.</summary>
    public static Accent? Of(string? text) => Read(text?.Trim() ?? "") is { } colour ? new(Write(colour), Contrast(colour, White)) : null;

    /// <summary>The tokens of this colour, as a sheet that comes after ours and beats it; null where ours are used.</summary>
    public static string? Style(string? text) => Of(text) is { Passes: true } accent
        ? $":root:root{{--ld-primary:light-dark({accent.Hex},{accent.Dark});--ld-primary-hover:color-mix(in srgb,var(--ld-primary) 84%,var(--ld-ink));--ld-primary-soft:color-mix(in srgb,var(--ld-primary) 14%,var(--ld-surface))}}"
        : null;

    private static string Shade((double R, double G, double B) from, (double R, double G, double B) to, Func<(double R, double G, double B), double> contrast)
    {
        for (var step = 0; step <= 100; step++)
        {
            var part = step / 100.0;
            var colour = (from.R + ((to.R - from.R) * part), from.G + ((to.G - from.G) * part), from.B + ((to.B - from.B) * part));
            if (contrast(Read(Write(colour))!.Value) >= Least)
            {
                return Write(colour);
            }
        }

        return Write(to);
    }

    private static double Contrast((double R, double G, double B) a, (double R, double G, double B) b)
    {
        var (one, other) = (Light(a), Light(b));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Light((double R, double G, double B) c) => (0.2126 * Linear(c.R)) + (0.7152 * Linear(c.G)) + (0.0722 * Linear(c.B));

    private static double Linear(double c) => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static (double R, double G, double B)? Read(string text) =>
        text.Length == 7 && text[0] == '#' && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var n)
            ? ((n >> 16) / 255.0, ((n >> 8) & 255) / 255.0, (n & 255) / 255.0)
            : null;

    private static string Write((double R, double G, double B) c) =>
        string.Create(CultureInfo.InvariantCulture, $"#{(int)Math.Round(c.R * 255):x2}{(int)Math.Round(c.G * 255):x2}{(int)Math.Round(c.B * 255):x2}");
}

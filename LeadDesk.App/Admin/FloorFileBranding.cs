using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.App.Settings;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>The floor's own name and colour in the floor file. A colour that cannot be read is refused with the nearest that can.</summary>
internal static class FloorFileBranding
{
    private const int LongestName = 60;

    public static Branding? Read(Fields file, Branding? basis)
    {
        if (file.Part("branding") is not { } branding)
        {
            return file.Mentions("branding") ? null : basis;
        }

        var name = branding.OrNone("name", branding.Text("name", LongestName), basis?.Name);
        var accent = branding.OrNone("accent", branding.Text("accent", 7), basis?.Accent);
        if (accent is not null && Accent.Of(accent) is not { Passes: true })
        {
            branding.Wrong("accent", Accent.Of(accent) is { } look ? FormattableString.Invariant($"White on this colour has a contrast of {look.Ratio:0.0} to 1; 4.5 is needed. The nearest shade that has it is {look.Nearest}.") : "A colour is expected, e.g. #0b5c8f.");
        }

        branding.RefuseUnknown();
        return name is null && accent is null ? null : new(name, accent);
    }

    public static JsonObject Write(Branding branding) =>
        new JsonObject().Unless(branding.Name is null, "name", branding.Name).Unless(branding.Accent is null, "accent", branding.Accent);
}

using System.Collections.Immutable;

namespace LeadDesk.App.Gallery;

/// <summary>
/// A screen of the gallery and every state in which it can be looked at. The page shows nothing that is not listed here and the tests walk
/// whatever is, so that no state can be forgotten.
/// </summary>
public sealed record GalleryScreen(string Name, ImmutableArray<string> States)
{
    /// <summary>What may befall every screen, whatever it shows.</summary>
    private static readonly ImmutableArray<string> Anywhere = ["loading", "error", "stale", "offline"];

    public static ImmutableArray<GalleryScreen> All { get; } =
    [
        Of("desk", "normal", "empty", "full", "late", "offer", "alert", "away", "many", "lead", "toast"),
        Of("store", "normal", "empty", "late", "offer", "alert", "with", "lead", "toast"),
        Of("floor", "normal", "empty", "late", "held", "toast", "full", "paused", "lead"),
        Of("rules", "normal", "empty", "proposed", "reader"),
        Of("people", "normal", "alone"),
        Of("watch", "normal", "empty"),
        Of("account", "normal", "empty", "other"),
        Of("dice", "normal", "empty"),
        Of("audit", "normal", "empty", "broken", "walking"),
    ];

    public static IEnumerable<string> Addresses => All.SelectMany(s => s.States.Select(state => $"/gallery/{s.Name}/{state}"));

    public static GalleryScreen? Find(string name) => All.FirstOrDefault(s => s.Name == name);

    private static GalleryScreen Of(string name, params ReadOnlySpan<string> states) => new(name, [.. states, .. Anywhere]);
}

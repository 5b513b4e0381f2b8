using System.Security.Claims;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Shell;

/// <summary>A way to a screen: its address, the key after G, its name among the texts, and its sign.</summary>
public sealed record Way(string Path, string Key, string Name, MarkupString Icon)
{
    private static readonly string[] Managers = ["floor", "people", "watch", "audit"];

    /// <summary>In the order in which they stand.</summary>
    public static IReadOnlyList<Way> All { get; } =
    [
        new("desk", "D", "Nav.Desk", Sign("""<path d="M3 12.500 5 4.500h10l2 8M3 12.500v3h14v-3M3 12.500h4l1 1.500h4l1-1.500h4" />""")),
        new("floor", "F", "Nav.Floor", Sign("""<path d="M3 5h14M3 10h14M3 15h9" />""")),
        new("store", "S", "Nav.Store", Sign("""<path d="M3.500 8h13M4 8l1-4h10l1 4M4.500 8v8h11V8M8 16v-4h4v4" />""")),
        new("rules", "R", "Nav.Rules", Sign("""<path d="M10 17V9M10 9 5 4M10 9l5-5M5 8V4h4M15 8V4h-4" />""")),
        new("account", "M", "Nav.Account", Sign("""<path d="M10 3v14M4 6h12M4 6l-2 6h4zM16 6l-2 6h4zM7 17h6" />""")),
        new("people", "P", "Nav.People", Sign("""<circle cx="7" cy="7" r="2.750" /><path d="M2 16c.5-3 2.500-4.500 5-4.500s4.500 1.500 5 4.500M13 4.500a2.750 2.750 0 0 1 0 5M14.500 11.750c2 .4 3.200 1.900 3.500 4.250" />""")),
        new("watch", "W", "Nav.Watch", Sign("""<path d="M2 10s3-5.500 8-5.500 8 5.500 8 5.500-3 5.500-8 5.500S2 10 2 10z" /><circle cx="10" cy="10" r="2.500" />""")),
        new("audit", "A", "Nav.Audit", Sign("""<path d="M5 3h8l3 3v11H5zM8 9h5M8 12.500h5" />""")),
        new("settings", "E", "Nav.Settings", Sign("""<path d="M3 6h8M15 6h2M3 14h2M9 14h8" /><circle cx="13" cy="6" r="2" /><circle cx="7" cy="14" r="2" />""")),
    ];

    /// <summary>The ways that are open to this person. Managers have screens of their own; the shop's is for whoever stands there, and for managers.</summary>
    public static IReadOnlyList<Way> Of(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var manager = user.IsInRole(nameof(Role.Manager)) || user.IsInRole(nameof(Role.Admin));
        var store = manager || user.IsInRole(nameof(Role.Store));
        return [.. All.Where(w => Managers.Contains(w.Path, StringComparer.Ordinal) ? manager : w.Path != "store" || store)];
    }

    /// <summary>Whether an address (without the base) is this screen, or one below it.</summary>
    public bool Leads(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.StartsWith(Path, StringComparison.OrdinalIgnoreCase) && (address.Length == Path.Length || !char.IsLetterOrDigit(address[Path.Length]));
    }

    private static MarkupString Sign(string paths) => new($"""<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">{paths}</svg>""");
}

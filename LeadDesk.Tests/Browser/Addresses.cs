using System.Reflection;
using LeadDesk.App.Gallery;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.Tests.Browser;

/// <summary>Every screen there is, by its address.</summary>
internal static class Addresses
{
    /// <summary>Every address the router knows; what a page wants to know in its address is made up.</summary>
    public static IEnumerable<string> Routes => typeof(Program).Assembly.GetTypes()
        .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
        .Select(r => r.Template)
        .Where(t => !t.StartsWith("/gallery", StringComparison.Ordinal) && !t.StartsWith("/bench", StringComparison.Ordinal))
        .Select(t => string.Join('/', t.Split('/').Select(part => !part.StartsWith('{') ? part : part.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "x")))
        .Order(StringComparer.Ordinal);

    /// <summary>Every state of the gallery.</summary>
    public static IEnumerable<string> States =>
        GalleryViews.DeskStates.Select(s => $"/gallery/desk/{s}").Concat(GalleryViews.CounterStates.Select(s => $"/gallery/store/{s}")).Concat(GalleryViews.FloorStates.Select(s => $"/gallery/floor/{s}"));
}

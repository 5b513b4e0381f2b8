using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Shell;

/// <summary>
/// Draws itself anew only when what it shows has changed. Its callbacks are made anew whenever the page around it is drawn, and mean the same;
/// they alone are no reason.
/// </summary>
/// <typeparam name="T">All that the markup depends on, comparable by its value.</typeparam>
public abstract class Still<T> : ComponentBase
{
    private bool any;
    private T? drawn;

    protected abstract T Shows { get; }

    /// <summary>The markup begins with it: what counts is what was drawn, not what was to be drawn while the browser still took the last picture.</summary>
    protected void Draw() => (any, drawn) = (true, Shows);

    protected override bool ShouldRender() => !any || !EqualityComparer<T>.Default.Equals(drawn, Shows);
}

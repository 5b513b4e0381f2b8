namespace LeadDesk.App.Shell;

/// <summary>A short sentence about what was just done, shown until Until (UTC); with an action id it can be undone.</summary>
public sealed record ToastNote(string Text, Guid? ActionId, DateTimeOffset Until)
{
    /// <summary>What was done before and can still be undone: news must not take an Undo away before its time.</summary>
    public ToastNote? Kept { get; init; }

    /// <summary>The same sentence for somebody who looks over the shoulder; null = there is nothing to hide in it.</summary>
    public string? Discreet { get; init; }

    /// <summary>The next note, after this one.</summary>
    public ToastNote Then(ToastNote next, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(next);
        return next.ActionId is null && (ActionId is null ? Kept : this with { Kept = null }) is { } kept && kept.Until > now ? next with { Kept = kept } : next;
    }
}

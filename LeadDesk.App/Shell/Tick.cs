using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Shell;

/// <summary>A deadline as the browser's clock module reads it: instants in epoch milliseconds, the band in lower case. Due 0 = no clock runs.</summary>
public readonly record struct Tick(long From, long Due, string Band)
{
    public static Tick None { get; } = new(0, 0, "none");

    /// <summary>The ring as fixed markup: a row repeats it, so it must cost one frame and no component.</summary>
    public static MarkupString Ring { get; } = new("""<svg class="ring" viewBox="0 0 36 36" aria-hidden="true"><circle class="t" cx="18" cy="18" r="15"/><circle class="f" cx="18" cy="18" r="15" pathLength="100" stroke-dasharray="100" stroke-dashoffset="100"/><text class="m1" x="18" y="23">!</text><text class="m2" x="18" y="23">!!</text></svg>""");

    public static Tick Of(Due? due) => due is null ? None : new(due.From.ToUnixTimeMilliseconds(), due.At.ToUnixTimeMilliseconds(), Name(due.Band));

    public static string Name(Band band) => band switch
    {
        LeadDesk.Domain.Clocks.Band.Calm => "calm",
        LeadDesk.Domain.Clocks.Band.Warm => "warm",
        LeadDesk.Domain.Clocks.Band.Hot => "hot",
        _ => "breach",
    };
}

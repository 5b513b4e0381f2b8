using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Manager;

/// <summary>Sorts open leads into bands by urgency, late first; those without a running clock come last.</summary>
public static class FloorBands
{
    public static IEnumerable<(Band? Band, ImmutableArray<LeadCard> Leads)> Of(ImmutableArray<LeadCard> leads) =>
        leads.GroupBy(l => l.Due?.Band)
            .OrderBy(g => g.Key is { } band ? -(int)band : 1)
            .Select(g => (g.Key, g.OrderBy(l => l.Due?.At ?? l.ReceivedAt).ToImmutableArray()));

    /// <summary>The key of the band's name in the texts.</summary>
    public static string Title(Band? band) => band switch
    {
        Band.Breach => "Floor.Late",
        Band.Hot => "Floor.Hot",
        Band.Warm => "Floor.Warm",
        Band.Calm => "Floor.Calm",
        _ => "Floor.None",
    };
}

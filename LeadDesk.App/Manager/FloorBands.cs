using System.Collections.Immutable;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Manager;

/// <summary>Sorts open leads into the four bands by urgency, late first, empty ones too; those without a running clock come last, where there are any.</summary>
public static class FloorBands
{
    private static readonly Band?[] All = [Band.Breach, Band.Hot, Band.Warm, Band.Calm, null];

    public static IEnumerable<(Band? Band, ImmutableArray<LeadCard> Leads)> Of(ImmutableArray<LeadCard> leads)
    {
        var sorted = leads.ToLookup(l => l.Due?.Band);
        return All.Where(b => b is not null || sorted[b].Any()).Select(b => (b, sorted[b].OrderBy(l => l.Due?.At ?? l.ReceivedAt).ToImmutableArray()));
    }

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

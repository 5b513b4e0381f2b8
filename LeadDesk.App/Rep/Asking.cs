using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>What asks for its rep right now: offers, what rings, own leads that are late, and those whose planned moment has come.</summary>
public static class Asking
{
    public static int Count(DeskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Offers.Length + view.Alerts.Length + view.Mine.Count(l => l.Due?.Band == Band.Breach) + view.Mine.Count(l => IsDue(l, view.At));
    }

    /// <summary>The next try was planned for now or before.</summary>
    public static bool IsDue(LeadCard lead, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return lead.NextAt <= at;
    }
}

using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>Chooses the one filled button of a desk: an offer, then the open lead nobody has tried yet, then what rings, then the next lead.</summary>
public static class PrimaryOf
{
    public static Primary Desk(DeskView view, LeadCard? open)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (!view.Offers.IsEmpty)
        {
            return Primary.Accept;
        }

        if (open is not null && Untouched(open))
        {
            return Primary.Call;
        }

        if (!view.Alerts.IsEmpty)
        {
            return Primary.TakeAlert;
        }

        return NextLane(view) is null ? Primary.None : Primary.TakeNext;
    }

    /// <summary>The first lane from which this rep may take something that is there.</summary>
    public static WaitingBand? NextLane(DeskView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Waiting.FirstOrDefault(w => w.Ok && w.Band != "0");
    }

    /// <summary>Owned, can be called, and no attempt yet.</summary>
    public static bool Untouched(LeadCard lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return lead.State == LeadState.Owned && !string.IsNullOrWhiteSpace(lead.Contact?.Phone) && lead.Attempts is not { Length: > 0 };
    }
}

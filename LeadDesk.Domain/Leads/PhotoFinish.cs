using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>Everybody who pressed on a ringing lead within the window that the first press opened; SettlesAt (UTC) is null once it is decided.</summary>
public sealed record PhotoFinish(DateTimeOffset? SettlesAt, ImmutableArray<Press> Presses)
{
    public bool IsOpen => SettlesAt is not null;

    public Press? Of(RepId rep)
    {
        foreach (var press in Presses)
        {
            if (press.Rep == rep)
            {
                return press;
            }
        }

        return null;
    }
}

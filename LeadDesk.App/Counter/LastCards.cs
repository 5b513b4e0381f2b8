using System.Collections.Concurrent;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Counter;

/// <summary>Which card each person had before them: whoever comes back to a shared tablet goes on where they were. In memory; a new start begins at the first card.</summary>
public sealed class LastCards
{
    private readonly ConcurrentDictionary<RepId, Guid> cards = new();

    public void Keep(RepId person, Guid? lead)
    {
        if (lead is { } id)
        {
            cards[person] = id;
        }
        else
        {
            cards.TryRemove(person, out _);
        }
    }

    /// <summary>Null where there was none.</summary>
    public Guid? Of(RepId person) => cards.TryGetValue(person, out var lead) ? lead : null;
}

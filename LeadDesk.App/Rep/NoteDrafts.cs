using System.Collections.Concurrent;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.RepDesk;

/// <summary>
/// Notes that are being written, kept while nobody has saved them: what a page loses comes back with the next one. In memory only, because
/// the browser keeps its own copy and what a person has not said yet belongs on no disk.
/// </summary>
public sealed class NoteDrafts
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<(RepId Rep, Guid Lead), string> kept = new();

    public string? Of(RepId rep, Guid lead) => kept.GetValueOrDefault((rep, lead));

    /// <summary>Keeps it; an empty one is dropped.</summary>
    public void Keep(RepId rep, Guid lead, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            kept.TryRemove((rep, lead), out _);
            return;
        }

        if (kept.Count >= Most)
        {
            kept.Clear();
        }

        kept[(rep, lead)] = text;
    }
}

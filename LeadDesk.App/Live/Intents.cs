using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Live;

/// <summary>
/// What people have just asked for from a page. The same thing by the same person within a second is the second half of a double click, or
/// the same click in another tab: it gets the first one's answer, and nothing happens twice. What was refused may be asked again at once.
/// </summary>
public sealed class Intents(TimeProvider time)
{
    private static readonly TimeSpan Same = TimeSpan.FromSeconds(1);
    private readonly Dictionary<(RepId Person, object What), Asked> asked = [];
    private readonly Lock turn = new();

    /// <summary>Asks, unless it is being asked or has just been done. What must be comparable by its value.</summary>
    public Task<Answer> OnceAsync(RepId person, object what, Func<Task<Answer>> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        lock (turn)
        {
            foreach (var over in asked.Where(a => a.Value.DoneAt is { } done && time.GetElapsedTime(done) >= Same).Select(a => a.Key).ToList())
            {
                asked.Remove(over);
            }

            if (asked.TryGetValue((person, what), out var before))
            {
                return before.Answer;
            }

            var mine = asked[(person, what)] = new();
            mine.Answer = AskAsync((person, what), mine, ask);
            return mine.Answer;
        }
    }

    private async Task<Answer> AskAsync((RepId, object) key, Asked mine, Func<Task<Answer>> ask)
    {
        // Never to its end within the lock.
        await Task.Yield();
        var isDone = false;
        try
        {
            var answer = await ask();
            isDone = answer.IsDone;
            return answer;
        }
        finally
        {
            lock (turn)
            {
                mine.DoneAt = time.GetTimestamp();
                if (!isDone)
                {
                    asked.Remove(key);
                }
            }
        }
    }

    private sealed class Asked
    {
        public Task<Answer> Answer { get; set; } = null!;

        public long? DoneAt { get; set; }
    }
}

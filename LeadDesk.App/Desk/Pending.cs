namespace LeadDesk.App.Desk;

/// <summary>A command that waits for its turn, and whoever waits for its answer.</summary>
internal sealed class Pending(Command command, long sentAt)
{
    private readonly TaskCompletionSource<Answer> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Command Command => command;

    /// <summary>On the monotonic clock.</summary>
    public long SentAt => sentAt;

    public Task<Answer> Answer => done.Task;

    /// <summary>False when the caller has been answered before.</summary>
    public bool Tell(Answer answer) => done.TrySetResult(answer);
}

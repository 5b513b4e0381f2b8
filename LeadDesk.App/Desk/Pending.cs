namespace LeadDesk.App.Desk;

/// <summary>A command that waits for its turn, and whoever waits for its answer.</summary>
internal sealed class Pending(Command command)
{
    private readonly TaskCompletionSource<Answer> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Command Command => command;

    public Task<Answer> Answer => done.Task;

    public void Tell(Answer answer) => done.TrySetResult(answer);
}

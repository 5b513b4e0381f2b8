using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;
using Xunit;

namespace LeadDesk.Tests.Desk;

/// <summary>Keeps the loop busy until it is opened, so that what is sent meanwhile shares the next batch.</summary>
internal sealed record Gate(ManualResetEventSlim Opened, TaskCompletionSource Entered) : Command(Actor.Desk)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public override Decided Decide(Round round, DeskContext context)
    {
        Entered.TrySetResult();
        Assert.True(Opened.Wait(Patience), "The gate was never opened.");
        return new Decided(200);
    }

    /// <summary>Sends all of these in one batch, in order.</summary>
    public static async Task<IReadOnlyList<Answer>> TogetherAsync(DeskLoop loop, params Command[] commands)
    {
        using var opened = new ManualResetEventSlim();
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = loop.SendAsync(new Gate(opened, entered));
        await entered.Task.WaitAsync(Patience);
        var answers = commands.Select(c => loop.SendAsync(c)).ToList();
        opened.Set();
        await gate;
        return await Task.WhenAll(answers);
    }
}

namespace LeadDesk.Bench.Claims;

/// <summary>One commit for each claim, one after another, with SQLite's own checkpoints.</summary>
internal sealed class RawOneCommit(WorkFolder folder, int leads) : RawClaimer(folder, "raw-one-commit", leads, checkpointPages: 1000)
{
    private readonly SemaphoreSlim turn = new(1);

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

    protected override async ValueTask<bool> ClaimAsync(int lead, int rep, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            Connection.Begin();
            var won = Connection.Claim(lead, rep);
            Connection.Commit();
            return won;
        }
        finally
        {
            turn.Release();
        }
    }
}

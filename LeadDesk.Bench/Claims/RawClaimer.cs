namespace LeadDesk.Bench.Claims;

/// <summary>A bare claimer on a fresh copy of the same seeded file: leads in a random order, told by number.</summary>
internal abstract class RawClaimer(WorkFolder folder, string name, int leads, int checkpointPages) : IClaimer, IDisposable
{
    private readonly string seed = folder.File($"raw-{leads}.db");
    private readonly string file = folder.File($"{name}.db");
    private int[] order = [];

    public string Name => name;

    protected RawConnection Connection { get; private set; } = null!;

    public virtual async Task RefillAsync()
    {
        Connection?.Dispose();
        if (!File.Exists(seed))
        {
            RawTables.Seed(seed, leads);
        }

        foreach (var old in Directory.GetFiles(folder.Path, $"{name}.db*"))
        {
            File.Delete(old);
        }

        File.Copy(seed, file);
        Connection = new RawConnection(file, checkpointPages);
        order = [.. Enumerable.Range(1, leads)];
        new Random(leads).Shuffle(order);
        await Task.CompletedTask;
    }

    public async ValueTask<Guid?> ClaimAsync(int caller, int turn) =>
        turn < order.Length && await ClaimAsync(order[turn], caller + 1, default) ? Key(order[turn]) : null;

    public IEnumerable<(Guid Lead, int Caller)> OnDisk()
    {
        using var connection = RawTables.Open(file);
        using var read = RawTables.Command(connection, "SELECT LeadId, RepId FROM Events");
        using var rows = read.ExecuteReader();
        while (rows.Read())
        {
            yield return (Key(rows.GetInt32(0)), rows.GetInt32(1) - 1);
        }
    }

    public virtual void Dispose() => Connection?.Dispose();

    protected abstract ValueTask<bool> ClaimAsync(int lead, int rep, CancellationToken cancel);

    private static Guid Key(int lead) => new(lead, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}

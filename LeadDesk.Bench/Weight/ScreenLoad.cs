namespace LeadDesk.Bench.Weight;

/// <summary>What came over the wire for one screen, in bytes as transferred.</summary>
internal sealed class ScreenLoad
{
    private const int Shown = 5;
    private readonly Lock turn = new();
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly List<(string File, double Bytes)> files = [];

    public double Http => files.Sum(f => f.Bytes);

    public int Requests => files.Count;

    public double Socket { get; private set; }

    public double Total => Http + Socket;

    public IReadOnlyList<(string File, double Bytes)> Heaviest => [.. files.OrderByDescending(f => f.Bytes).Take(Shown)];

    public void Named(string request, string url)
    {
        lock (turn)
        {
            names[request] = new Uri(url).AbsolutePath;
        }
    }

    public void Finished(string request, double bytes)
    {
        lock (turn)
        {
            files.Add((names.GetValueOrDefault(request, "?"), bytes));
        }
    }

    public void Heard(int bytes)
    {
        lock (turn)
        {
            Socket += bytes;
        }
    }
}

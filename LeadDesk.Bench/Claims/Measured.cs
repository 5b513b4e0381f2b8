namespace LeadDesk.Bench.Claims;

/// <summary>What came of one run: claims that were answered, seconds, sorted latencies in ms, µs of this process's CPU, and what does not agree with the file.</summary>
internal sealed record Measured(int Claims, double Seconds, double[] Latencies, double CpuMicroseconds, int Doubled, int Lost, int None)
{
    /// <summary>How long garbage collection stopped this process, ms in all.</summary>
    public double PauseMilliseconds { get; init; }

    public double PerSecond => Claims / Seconds;

    public double CpuPerClaim => CpuMicroseconds / Math.Max(1, Claims);

    public double At(double part) => Latencies.Length == 0 ? double.NaN : Latencies[Math.Min(Latencies.Length - 1, (int)(Latencies.Length * part))];

    /// <summary>Several short runs as one.</summary>
    public Measured And(Measured other) => new(
        Claims + other.Claims,
        Seconds + other.Seconds,
        [.. Latencies.Concat(other.Latencies).Order()],
        CpuMicroseconds + other.CpuMicroseconds,
        Doubled + other.Doubled,
        Lost + other.Lost,
        None + other.None)
    { PauseMilliseconds = PauseMilliseconds + other.PauseMilliseconds };
}

namespace LeadDesk.App.Store;

/// <summary>Whether a batch may still be given up: either its commit begins, or somebody calls it off first, never both.</summary>
public sealed class CommitGate
{
    private const int Open = 0;
    private const int Begun = 1;
    private const int Off = 2;
    private int state;

    /// <summary>The commit begins, unless it was called off.</summary>
    public bool TryBegin() => Interlocked.CompareExchange(ref state, Begun, Open) == Open;

    /// <summary>True = nothing of the batch is written now or later; false = the commit has begun, and nobody knows yet how it ends.</summary>
    public bool TryCallOff() => Interlocked.CompareExchange(ref state, Off, Open) is Open or Off;
}

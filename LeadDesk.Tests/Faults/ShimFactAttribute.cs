using Xunit;

namespace LeadDesk.Tests.Faults;

/// <summary>A fact that needs a disk that fails as told; skipped where no C compiler is.</summary>
public sealed class ShimFactAttribute : FactAttribute
{
    public ShimFactAttribute()
    {
        if (FaultyDisk.Shim is null)
        {
            Skip = "Faults/Shim/fault.c cannot be compiled and preloaded here (Linux and gcc are needed).";
        }
    }

    /// <summary>It asks the outside checker of claims too.</summary>
    public bool AndClaimCheck
    {
        get => false;
        set => Skip ??= value ? new ClaimCheckFactAttribute().Skip : null;
    }
}

using Xunit;

namespace LeadDesk.Tests.Store;

/// <summary>A fact that asks the outside checker of the chain; skipped where the checker or python3 is not there.</summary>
public sealed class ChainCheckFactAttribute : FactAttribute
{
    public ChainCheckFactAttribute()
    {
        if (ChainCheck.Script is null || ChainCheck.Python is null)
        {
            Skip = "verify_chain.py beside the repository, or python3, is not there.";
        }
    }
}

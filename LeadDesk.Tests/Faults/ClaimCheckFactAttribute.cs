using LeadDesk.Tests.Make;
using LeadDesk.Tests.Store;
using Xunit;

namespace LeadDesk.Tests.Faults;

/// <summary>A fact that asks the outside checker of claims; skipped where the checker or python3 is not there.</summary>
public sealed class ClaimCheckFactAttribute : FactAttribute
{
    public ClaimCheckFactAttribute()
    {
        if (SharedData.Find("tools/check_claims.py") is null || ChainCheck.Python is null)
        {
            Skip = "check_claims.py beside the repository, or python3, is not there.";
        }
    }
}

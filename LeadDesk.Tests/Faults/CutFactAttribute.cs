using LeadDesk.Tests.Browser;
using Xunit;

namespace LeadDesk.Tests.Faults;

/// <summary>A fact that needs a browser and a line to cut; skipped where one of them is not there.</summary>
public sealed class CutFactAttribute : FactAttribute
{
    public CutFactAttribute() => Skip = CutProxy.Script is null ? "cutproxy.py beside the repository, or python3, is not there." : new BrowserFactAttribute().Skip;
}

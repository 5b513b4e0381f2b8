using LeadDesk.Bench.Methods;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Lab;

/// <summary>A theory over real applications; skipped where they do not lie beside the repository.</summary>
public sealed class ApplicationsTheoryAttribute : TheoryAttribute
{
    public ApplicationsTheoryAttribute()
    {
        if (SharedData.Find(Applications.Path) is null)
        {
            Skip = $"{Applications.Path} beside the repository is not there.";
        }
    }
}

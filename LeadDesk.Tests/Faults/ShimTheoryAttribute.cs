using Xunit;

namespace LeadDesk.Tests.Faults;

/// <summary>A theory that needs a disk that fails as told; skipped where no C compiler is.</summary>
public sealed class ShimTheoryAttribute : TheoryAttribute
{
    public ShimTheoryAttribute() => Skip = new ShimFactAttribute().Skip;
}

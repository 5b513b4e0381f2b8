using LeadDesk.Domain.Floor;
using Xunit;

namespace LeadDesk.Tests.Floor;

/// <summary>A stage ends when both its days are over and its leads are done.</summary>
public sealed class InductionTests
{
    private static readonly DateOnly Start = new(2026, 3, 2);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(2, 99, 0)]
    [InlineData(3, 0, 250)]
    [InlineData(13, 99, 250)]
    [InlineData(14, 9, 250)]
    [InlineData(14, 10, 500)]
    [InlineData(400, 24, 500)]
    [InlineData(27, 25, 500)]
    [InlineData(28, 25, 750)]
    [InlineData(42, 39, 750)]
    [InlineData(42, 40, null)]
    public void A_new_hire_watches_then_has_a_quarter_a_half_three_quarters_and_everything(int days, int leads, int? thousandths) =>
        Assert.Equal(thousandths, Induction.ForNewHire(Start).At(Start.AddDays(days), leads)?.Thousandths);
}

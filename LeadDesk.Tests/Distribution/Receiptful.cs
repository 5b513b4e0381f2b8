using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>What every receipt must say.</summary>
internal static class Receiptful
{
    /// <summary>Every rep but the chosen one stands in it exactly once: as one it could have gone to, or with one test.</summary>
    public static void Complete(SalesFloor floor, Receipt receipt)
    {
        var named = receipt.Eligible.Select(c => c.Rep).Concat(receipt.PassedOver.Select(p => p.Rep)).ToList();
        Assert.Equal(named.Count, named.Distinct().Count());
        Assert.All(receipt.PassedOver, p => Assert.InRange(p.Test, Test.E1, Test.E12));
        var holders = floor.People.Where(p => p.Terms.HoldsLeads && p.Number != receipt.Chosen && p.JoinedBefore(receipt)).Select(p => p.Number);
        Assert.Empty(holders.Except(named));
    }

    private static bool JoinedBefore(this Rep rep, Receipt receipt) =>
        rep.Number.Number <= receipt.Eligible.Select(c => c.Rep).Concat(receipt.PassedOver.Select(p => p.Rep)).Append(receipt.Chosen).Max(r => r.Number);
}

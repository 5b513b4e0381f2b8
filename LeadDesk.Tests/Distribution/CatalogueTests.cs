using LeadDesk.Domain.Distribution;
using Xunit;

namespace LeadDesk.Tests.Distribution;

/// <summary>The names of the methods are a contract.</summary>
public sealed class CatalogueTests
{
    private static readonly string[] Contract =
    [
        "fairTurn", "strictRotation", "weightedTurn", "random", "blindPull", "cherryPick", "leanPull", "sharkTank", "shotgun", "staggeredAlert", "huntGroup", "grabBag", "push",
        "topProducer", "leaderboard", "conversionProportional", "conversionCascade", "sourceSpecialist", "productSpecialist", "region", "country", "companySize", "matchScore",
        "warmUp", "manager", "incomingCallGroup", "firstAvailable", "secondChance", "nonSalesRota", "sticky", "blend",
    ];

    [Fact]
    public void The_contract_has_thirty_one_names() => Assert.Equal(31, Contract.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void No_method_is_called_anything_else_and_none_is_there_twice()
    {
        Assert.Empty(Catalogue.Names.Except(Contract, StringComparer.Ordinal));
        Assert.Equal(Catalogue.Names.Length, Catalogue.Names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void None_of_them_is_missing() => Assert.Equal(Contract.Order(StringComparer.Ordinal), Catalogue.Names.Order(StringComparer.Ordinal));
}

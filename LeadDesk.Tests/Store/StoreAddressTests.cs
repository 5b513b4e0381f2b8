using LeadDesk.App.Store;
using Xunit;

namespace LeadDesk.Tests.Store;

/// <summary>The option --store.</summary>
public sealed class StoreAddressTests
{
    [Fact]
    public void A_relative_path_becomes_a_full_one_with_its_files_beside_it()
    {
        var address = StoreAddress.Parse("sqlite:App_Data/desk.db").Value!;

        Assert.Equal(Path.Combine(Directory.GetCurrentDirectory(), "App_Data", "desk.db"), address.File);
        Assert.Equal(address.File + ".lock", address.LockFile);
        Assert.Equal(address.File + ".heads.log", address.HeadsFile);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("desk.db")]
    [InlineData("sqlite:")]
    [InlineData("sqlite:  ")]
    [InlineData("sqlite::memory:")]
    [InlineData("sqlite:App_Data/")]
    [InlineData("mysql:x")]
    public void What_cannot_be_a_store_is_refused_in_words(string? option)
    {
        var (address, trouble) = StoreAddress.Parse(option);

        Assert.Null(address);
        Assert.EndsWith("use sqlite:PATH", trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void Postgres_comes_later() =>
        Assert.Equal("PostgreSQL comes later: use sqlite:PATH", StoreAddress.Parse("postgres:Host=x").Trouble);
}

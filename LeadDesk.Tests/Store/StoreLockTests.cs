using LeadDesk.App.Store;
using Xunit;

namespace LeadDesk.Tests.Store;

/// <summary>One server per store.</summary>
public sealed class StoreLockTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leaddesk-lock-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_second_server_is_kept_out_until_the_first_lets_go()
    {
        var address = new StoreAddress(Path.Combine(folder.FullName, "new", "desk.db"));
        using (StoreLock.Take(address).Value)
        {
            var (second, trouble) = StoreLock.Take(address);
            Assert.Null(second);
            Assert.StartsWith("Another server is using the store", trouble, StringComparison.Ordinal);
        }

        using var again = StoreLock.Take(address).Value;
        Assert.NotNull(again);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_in_words()
    {
        var file = Path.Combine(folder.FullName, "file");
        File.WriteAllText(file, "");

        var (held, trouble) = StoreLock.Take(new StoreAddress(Path.Combine(file, "desk.db")));

        Assert.Null(held);
        Assert.Contains("cannot be made", trouble, StringComparison.Ordinal);
    }
}

namespace LeadDesk.App.Store;

/// <summary>Keeps a second server away from the store as long as it is held; the operating system lets go of it when the process ends, however it ends.</summary>
public sealed class StoreLock : IDisposable
{
    private readonly FileStream held;

    private StoreLock(FileStream held) => this.held = held;

    public static OrTrouble<StoreLock> Take(StoreAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        try
        {
            Directory.CreateDirectory(address.Folder);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new(null, $"The folder of the store {address.File} cannot be made: {trouble.Message}");
        }

        try
        {
            return new(new StoreLock(new FileStream(address.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)), null);
        }
        catch (UnauthorizedAccessException trouble)
        {
            return new(null, $"The store {address.File} cannot be locked: {trouble.Message}");
        }
        catch (IOException)
        {
            return new(null, $"Another server is using the store {address.File}: stop it first, or give this one a store of its own with --store.");
        }
    }

    public void Dispose() => held.Dispose();
}

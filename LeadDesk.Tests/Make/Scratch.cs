namespace LeadDesk.Tests.Make;

/// <summary>Folders that a test made for itself.</summary>
internal static class Scratch
{
    private const int Tries = 100;

    /// <summary>Deletes a folder with all that is in it. A host that is just going may still put a file down beside us: then again, and at last the error is told.</summary>
    public static async Task DeleteAsync(string folder)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (left > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }
}

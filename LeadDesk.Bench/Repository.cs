namespace LeadDesk.Bench;

/// <summary>Where the repository is, and what may lie beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Directory.GetCurrentDirectory()) ?? throw new InvalidOperationException("Run this from within the repository.");

    /// <summary>A file of the folder "shared" beside the repository, or null where there is none.</summary>
    public static string? Shared(string path)
    {
        var file = Path.Combine(Path.GetDirectoryName(Root)!, "shared", path);
        return File.Exists(file) ? file : null;
    }

    private static string? Find(string from)
    {
        var folder = new DirectoryInfo(from);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeadDesk.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}

namespace LeadDesk.Tests.Make;

/// <summary>Finds the data that lies beside the repository, where it does; such a test says in one line that it was skipped elsewhere.</summary>
public static class SharedData
{
    public static string? Find(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeadDesk.sln")))
        {
            folder = folder.Parent;
        }

        var file = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", path) : null;
        return File.Exists(file) ? file : null;
    }
}

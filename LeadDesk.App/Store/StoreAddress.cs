namespace LeadDesk.App.Store;

/// <summary>Where the store is: the full path of one SQLite file, and the files that stand beside it.</summary>
public sealed record StoreAddress(string File)
{
    private const string Sqlite = "sqlite:";
    private const string Postgres = "postgres:";

    public string Folder => Path.GetDirectoryName(File)!;

    public string LockFile => File + ".lock";

    public string HeadsFile => File + ".heads.log";

    public string WalFile => File + "-wal";

    /// <summary>Reads the option --store; a relative path counts from the working directory.</summary>
    public static OrTrouble<StoreAddress> Parse(string? option)
    {
        if (option is null || option.StartsWith(Postgres, StringComparison.OrdinalIgnoreCase))
        {
            return new(null, option is null ? "The store is not set: use sqlite:PATH" : "PostgreSQL comes later: use sqlite:PATH");
        }

        if (!option.StartsWith(Sqlite, StringComparison.OrdinalIgnoreCase))
        {
            return new(null, $"The store \"{option}\" is not understood: use sqlite:PATH");
        }

        var path = option[Sqlite.Length..].Trim();
        return path switch
        {
            "" => new(null, "The store has no path: use sqlite:PATH"),
            ":memory:" => new(null, "A store in memory would lose every lead: use sqlite:PATH"),
            _ when path.Contains('\0', StringComparison.Ordinal) || Path.EndsInDirectorySeparator(path) || Directory.Exists(path)
                => new(null, $"The store \"{path}\" is not a file: use sqlite:PATH"),
            _ => new(new StoreAddress(Path.GetFullPath(path)), null),
        };
    }
}

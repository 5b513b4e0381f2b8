namespace LeadDesk.App;

/// <summary>The command line as the configuration reads it: a bare --demo counts as --demo=true.</summary>
internal static class StartArguments
{
    public static string[] Plain(string[] args) => [.. args.Select(a => a == "--demo" ? "--demo=true" : a)];
}

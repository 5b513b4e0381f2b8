using System.Diagnostics;

namespace LeadDesk.Tests.Store;

/// <summary>The chain as an outsider checks it: a script that knows nothing of the app.</summary>
public static class ChainCheck
{
    public static string? Script { get; } = FindScript();

    public static string? Python { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "python3")).FirstOrDefault(File.Exists);

    /// <summary>The script's exit code: 0 intact, 1 broken, 3 unreadable.</summary>
    public static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python!, [Script!, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }

    private static string? FindScript()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LeadDesk.sln")))
        {
            folder = folder.Parent;
        }

        var script = folder?.Parent is { } beside ? Path.Combine(beside.FullName, "shared", "tools", "verify_chain.py") : null;
        return File.Exists(script) ? script : null;
    }
}

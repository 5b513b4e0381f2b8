using System.Diagnostics;
using LeadDesk.Tests.Make;
using LeadDesk.Tests.Store;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Faults;

/// <summary>The outside judges of a run: whether ownership was linearizable, every acknowledged lead is there once, and the chain holds.</summary>
internal static class ClaimJudge
{
    /// <summary>At least so many leads must have been wanted by several at once, or the run has proved nothing.</summary>
    public static async Task JudgeAsync(DirectoryInfo folder, string store, ClaimHistory history, IReadOnlyCollection<string> acknowledged, int contended, ITestOutputHelper output)
    {
        var file = Path.Combine(folder.FullName, "history.jsonl");
        await history.SaveAsync(file);
        var (code, said) = await PythonAsync(SharedData.Find("tools/check_claims.py")!, file, "--idempotent-claim", "--require-contended", $"{contended}", "--db", store, "--sql", "SELECT lead, owner FROM v_lead_owner");
        output.WriteLine(said.TrimEnd());
        Assert.True(code == 0, said);
        var received = StoreFile.Ask(store, "SELECT lead FROM log WHERE act = 'received'");
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), received.Where(new HashSet<string>(acknowledged, StringComparer.Ordinal).Contains).Order(StringComparer.Ordinal));
        Assert.Equal(acknowledged.Count, acknowledged.Distinct(StringComparer.Ordinal).Count());
        if (ChainCheck.Script is { } chain)
        {
            var (broken, why) = await PythonAsync(chain, "--db", store, "--sql", "SELECT * FROM v_ownership_log");
            Assert.True(broken == 0, why);
        }
    }

    private static async Task<(int Code, string Said)> PythonAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(ChainCheck.Python!, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}

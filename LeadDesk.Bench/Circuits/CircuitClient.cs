using System.Diagnostics;

namespace LeadDesk.Bench.Circuits;

/// <summary>The headless client that opens circuits: a script of shared/tools/bench/client, which needs its npm packages.</summary>
internal static class CircuitClient
{
    private const string ClientPath = "tools/bench/client/circuits.mjs";

    /// <summary>The script, from --client or from the folder shared beside the repository; null, and why, where it cannot run.</summary>
    public static string? Find(Options options, string bench)
    {
        var client = options.Text("client") ?? Repository.Shared(ClientPath) ?? "";
        if (!File.Exists(client))
        {
            Console.WriteLine($"{bench}: skipped, there is no shared/{ClientPath} beside the repository and no --client FILE.");
            return null;
        }

        if (!Directory.Exists(Path.Combine(Path.GetDirectoryName(client)!, "node_modules", "ws")))
        {
            Console.WriteLine($"{bench}: skipped, the client lacks its packages: run npm install in {Path.GetDirectoryName(client)}, or in a copy of it and name that with --client.");
            return null;
        }

        return Path.GetFullPath(client);
    }

    /// <summary>Runs a script and answers with its line of JSON.</summary>
    public static async Task<string> RunAsync(string script, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Path.GetDirectoryName(script)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.GetFileName(script));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var node = Process.Start(start)!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return output.Split('\n').FirstOrDefault(l => l.StartsWith('{')) ?? throw new InvalidOperationException($"The client said nothing useful: {output}");
    }
}

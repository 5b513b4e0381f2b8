using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace LeadDesk.Tests.Faults;

/// <summary>The built app as a process of its own, so that it can be killed.</summary>
internal sealed class Server : IDisposable
{
    private static readonly string App = Path.Combine(AppContext.BaseDirectory, "LeadDesk.App.dll");
    private readonly string[] arguments;
    private readonly IReadOnlyDictionary<string, string> environment;
    private readonly StringBuilder said = new();
    private Process? process;

    public Server(string store, string floor, IReadOnlyDictionary<string, string>? environment = null)
    {
        this.environment = environment ?? new Dictionary<string, string>(StringComparer.Ordinal);
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        arguments = [App, "--urls", Url.ToString(), "--store", $"sqlite:{store}", "--floor", floor];
    }

    public Uri Url { get; }

    /// <summary>What the app wrote to its console.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        if (!await TryStartAsync())
        {
            throw new InvalidOperationException($"The app ended: {Said}");
        }
    }

    /// <summary>Starts it and waits until it is ready; false when it ended first.</summary>
    public async Task<bool> TryStartAsync()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Logging__LogLevel__Default"] = "Warning" },
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Url };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!await IsReadyAsync(http, limit.Token))
        {
            if (process.HasExited)
            {
                process.Dispose();
                process = null;
                return false;
            }

            await Task.Delay(50, limit.Token);
        }

        return true;
    }

    /// <summary>Waits until the desk says that it may be used.</summary>
    public static async Task UntilReadyAsync(HttpClient http)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await IsReadyAsync(http, limit.Token))
        {
            await Task.Delay(20, limit.Token);
        }
    }

    public static async Task<bool> IsReadyAsync(HttpClient http, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Asks it to end, and waits until it has.</summary>
    public async Task TermAsync()
    {
        using (var term = Process.Start("kill", ["-TERM", process!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await term.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
        }

        process?.Dispose();
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }
}

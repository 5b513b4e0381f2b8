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
    private readonly StringBuilder said = new();
    private Process? process;

    public Server(string store, string floor)
    {
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
        process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Logging__LogLevel__Default"] = "Warning" },
        })!;
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
                throw new InvalidOperationException($"The app ended with {process.ExitCode}: {Said}");
            }

            await Task.Delay(50, limit.Token);
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

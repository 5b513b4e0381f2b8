using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LeadDesk.Bench;

/// <summary>The app as its own process on a store of its own, with the runtime figures open to this machine.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;

    private AppProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<AppProcess> StartAsync(string store, string floorFile, string? published = null)
    {
        var app = published ?? Path.Combine(Repository.Root, "LeadDesk.App");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = app,
            ArgumentList = { published is null ? Path.Combine(app, "bin", "Release", "net10.0", "LeadDesk.App.dll") : Path.Combine(app, "LeadDesk.App.dll"), "--store", $"sqlite:{store}", "--floor", floorFile, "--urls", address.ToString() },
            Environment = { ["LeadDesk__Bench"] = "true", ["Logging__LogLevel__Default"] = "Warning" },
        };
        var started = new AppProcess(Process.Start(start)!, address);
        await started.ReadyAsync();
        return started;
    }

    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = Address };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ReadyAsync()
    {
        using var client = Client();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && !process.HasExited; await Task.Delay(100))
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }

        await DisposeAsync();
        throw new InvalidOperationException("The app did not become ready; build it with -c Release first.");
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using LeadDesk.Tests.Make;
using LeadDesk.Tests.Store;

namespace LeadDesk.Tests.Faults;

/// <summary>The line between a browser and the desk, for a test to cut: cutproxy.py beside the repository.</summary>
internal sealed class CutProxy : IDisposable
{
    private readonly Process process;
    private readonly int control;

    private CutProxy(Process process, int listen, int control)
    {
        this.process = process;
        this.control = control;
        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{listen}");
    }

    public static string? Script => ChainCheck.Python is null ? null : SharedData.Find("tools/cutproxy.py");

    public string Url { get; }

    public static async Task<CutProxy> StartAsync(Uri target)
    {
        var (listen, control) = (FreePort(), FreePort());
        var ports = new[] { listen, target.Port, control }.Select(p => p.ToString(CultureInfo.InvariantCulture));
        var proxy = new CutProxy(Process.Start(new ProcessStartInfo(ChainCheck.Python!, [Script!, .. ports]) { UseShellExecute = false })!, listen, control);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await proxy.TrySayAsync("count", limit.Token))
        {
            await Task.Delay(20, limit.Token);
        }

        return proxy;
    }

    /// <summary>Resets every open connection; new ones are let through.</summary>
    public async Task CutAsync()
    {
        if (!await TrySayAsync("cut", CancellationToken.None))
        {
            throw new InvalidOperationException("The proxy does not answer.");
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private async Task<bool> TrySayAsync(string word, CancellationToken cancel)
    {
        try
        {
            using var line = new TcpClient();
            await line.ConnectAsync(IPAddress.Loopback, control, cancel);
            await using var stream = line.GetStream();
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(word + "\n"), cancel);
            using var reader = new StreamReader(stream);
            return (await reader.ReadLineAsync(cancel))?.StartsWith("ok", StringComparison.Ordinal) == true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}

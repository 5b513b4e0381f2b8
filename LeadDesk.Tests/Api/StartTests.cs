using System.Diagnostics;
using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>A start that cannot be: one line that says why, and no server.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leaddesk-start-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("""{ "lanes": [ { "key": "a", "method": "teleport" } ] }""", "lanes[0].method")]
    [InlineData("""{ "lanes": [ { "key": "a", "method": "push", "fallback": "a" } ] }""", "lanes[0]")]
    [InlineData("""{ "people": [ { "name": "K", "email": "k@example.com", "password": "short" } ] }""", "people[0].password")]
    [InlineData("""{ "lamps": 1 }""", "lamps")]
    [InlineData("{", "JSON")]
    [InlineData("", "JSON")]
    public async Task A_floor_file_that_is_wrong_stops_the_start(string file, string said)
    {
        var path = Path.Combine(folder.FullName, "floor.json");
        await File.WriteAllTextAsync(path, file);

        var line = await StartAsync("--store", "sqlite:" + Path.Combine(folder.FullName, "desk.db"), "--floor", path);

        Assert.StartsWith("--floor", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--store", "--store", "mysql:server=x")]
    [InlineData("--store", "--store", "sqlite:")]
    [InlineData("--floor", "--floor", "no-such-floor.json")]
    [InlineData("--demo", "--demo=maybe")]
    [InlineData("LeadDesk:Bench", "--LeadDesk:Bench=maybe")]
    public async Task An_option_that_is_wrong_stops_the_start(string said, params string[] options)
    {
        var line = await StartAsync(options);

        Assert.StartsWith(said, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_somebody_has_open_is_left_alone()
    {
        await using var host = new DeskHost(Floors.With());

        Assert.NotEmpty(await StartAsync("--store", "sqlite:" + host.StoreFile));
    }

    [Fact]
    public async Task A_real_floor_is_never_opened_as_a_demo()
    {
        string file;
        await using (var host = new DeskHost(Floors.With()))
        {
            file = Path.Combine(folder.FullName, "real.db");
            CopyStore(host.StoreFile, file);
        }

        Assert.StartsWith("--demo: ", await StartAsync("--demo", "--store", "sqlite:" + file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_is_known_again_by_its_store_and_takes_no_floor_file()
    {
        var file = Path.Combine(folder.FullName, "made-up.db");
        await using (var demo = new Account.DoorHost { Demo = true })
        {
            await demo.InitializeAsync();
            Assert.True(demo.Get<App.Demo.DemoMark>().IsDemo);
            CopyStore(demo.Get<App.StartOptions>().Store.File, file);
        }

        var floor = Path.Combine(folder.FullName, "floor.json");
        await File.WriteAllTextAsync(floor, Floors.With());
        Assert.StartsWith("--floor: ", await StartAsync("--store", "sqlite:" + file, "--floor", floor), StringComparison.Ordinal);
    }

    private static void CopyStore(string from, string to)
    {
        File.Copy(from, to);
        if (File.Exists(from + "-wal"))
        {
            File.Copy(from + "-wal", to + "-wal");
        }
    }

    [Theory]
    [InlineData("short", "a-token-that-is-long-enough-000", "LeadDesk:Admin:Password")]
    [InlineData("long enough for anybody", "short", "LeadDesk:Admin:Token")]
    public async Task A_first_admin_that_is_wrong_stops_the_start(string password, string token, string said)
    {
        var line = await StartAsync(
            "--store", "sqlite:" + Path.Combine(folder.FullName, "desk.db"), "--LeadDesk:Admin:Email=a@example.com", $"--LeadDesk:Admin:Password={password}", $"--LeadDesk:Admin:Token={token}");

        Assert.StartsWith(said, line, StringComparison.Ordinal);
    }

    /// <summary>The one line on the error stream of a start that ended by itself.</summary>
    private async Task<string> StartAsync(params string[] options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = folder.FullName };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LeadDesk.App.dll"));
        foreach (var option in options)
        {
            start.ArgumentList.Add(option);
        }

        start.ArgumentList.Add("--urls");
        start.ArgumentList.Add("http://127.0.0.1:0");
        using var server = Process.Start(start)!;
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var output = server.StandardOutput.ReadToEndAsync(patience.Token);
            var error = await server.StandardError.ReadToEndAsync(patience.Token);
            await server.WaitForExitAsync(patience.Token);
            await output;
            Assert.Equal(1, server.ExitCode);
            return Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        finally
        {
            if (!server.HasExited)
            {
                server.Kill();
            }
        }
    }
}

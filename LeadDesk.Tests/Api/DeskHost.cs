using System.Globalization;
using System.Text.Json;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Live;
using LeadDesk.Tests.Make;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadDesk.Tests.Api;

/// <summary>The real desk on real Kestrel with a store and a floor of its own. Everybody on the floor has a token; time moves by hand where a clock is given.</summary>
public sealed class DeskHost : WebApplicationFactory<Program>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo folder;
    private readonly string floor;
    private readonly HttpClient http;
    private bool keep;

    public DeskHost(string floor, HandClock? clock = null)
        : this(floor, clock, Directory.CreateTempSubdirectory("leaddesk-http-"))
    {
    }

    private DeskHost(string floor, HandClock? clock, DirectoryInfo folder)
    {
        this.floor = floor;
        this.folder = folder;
        Clock = clock;
        File.WriteAllText(FloorFile, floor);
        UseKestrel(0);
        StartServer();
        Url = ClientOptions.BaseAddress.ToString().TrimEnd('/');
        http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = 100 }) { BaseAddress = new Uri(Url) };
    }

    public HandClock? Clock { get; }

    public CapturedLog Log { get; } = new();

    public string Url { get; }

    public SalesFloor Floor => Services.GetRequiredService<CommittedFloor>().Now;

    public EventLog Events => Services.GetRequiredService<EventLog>();

    public string StoreFile => Path.Combine(folder.FullName, "desk.db");

    private string FloorFile => Path.Combine(folder.FullName, "floor.json");

    /// <summary>The name of a person or source of the floor; null = without a token.</summary>
    public DeskCaller As(string? who) => new(http, who is null ? null : Floors.TokenOf(who));

    /// <summary>Whoever holds this token.</summary>
    public DeskCaller By(string token) => new(http, token);

    /// <summary>Sends a lead in and answers its id.</summary>
    public async Task<string> LeadAsync(string product, object? more = null)
    {
        var number = Interlocked.Increment(ref sent);
        var lead = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["name"] = "Pat Doe",
            ["email"] = string.Create(CultureInfo.InvariantCulture, $"pat{number}@example.com"),
            ["product"] = product,
        };
        foreach (var member in more is null ? [] : JsonSerializer.SerializeToElement(more).EnumerateObject().ToList())
        {
            lead[member.Name] = member.Value;
        }

        return (await As("web").PostAsync("leads", lead)).Is(202).Id!;
    }

    public async Task ComeAsync(params string[] people)
    {
        ArgumentNullException.ThrowIfNull(people);
        foreach (var person in people)
        {
            (await As(person).PutAsync("desk/presence", new { presence = "available" })).Is(200);
        }
    }

    public string NameOf(RepId rep) => Services.GetRequiredService<PeopleDirectory>().NameOf(rep);

    public LeadDesk.Domain.Leads.Lead Lead(string id) => Floor.Find(new LeadId(Guid.Parse(id)))!;

    /// <summary>What is personal of a lead, as the store holds it.</summary>
    public LeadPerson? PersonOf(string id) => Services.GetRequiredService<PersonalData>().Of(Floor, new LeadId(Guid.Parse(id))).Person;

    /// <summary>The live feed of a person.</summary>
    public Task<RawHub> HubAsync(string who) => RawHub.ConnectAsync($"{Url}/hubs/desk?access_token={Floors.TokenOf(who)}");

    /// <summary>Waits until the committed floor is as it should be.</summary>
    public async Task UntilAsync(Func<SalesFloor, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Services.GetRequiredService<DeskLoop>().Listen(c =>
        {
            if (holds(c.After))
            {
                reached.TrySetResult();
            }
        });
        if (!holds(Floor))
        {
            await reached.Task.WaitAsync(Patience);
        }
    }

    /// <summary>Lets time pass, and waits for what it brings about.</summary>
    public Task PassAsync(TimeSpan time, Func<SalesFloor, bool> until)
    {
        Clock!.Advance(time);
        return UntilAsync(until);
    }

    /// <summary>Moves the clock until something has come that waits for it.</summary>
    public async Task MoveUntilAsync(Task done)
    {
        ArgumentNullException.ThrowIfNull(done);
        using var limit = new CancellationTokenSource(Patience);
        while (!done.IsCompleted)
        {
            limit.Token.ThrowIfCancellationRequested();
            Clock!.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(done, Task.Run(static () => { }));
        }
    }

    /// <summary>Stops, and starts again on the same files.</summary>
    public async Task<DeskHost> AgainAsync(Action? meanwhile = null)
    {
        keep = true;
        await DisposeAsync();
        meanwhile?.Invoke();
        return new DeskHost(floor, Clock, folder);
    }

    /// <summary>Every row once the rows behind the log have caught up: what is still on its way is no trace of a call. Where time stands still, so do they.</summary>
    public async Task<string> RowsAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (Clock is null && !await Services.GetRequiredService<Projector>().ReachAsync(Floor.Seq, limit.Token))
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        return Rows();
    }

    /// <summary>Every row of every table, but for what a call may change without doing anything: token use, sign-in counters.</summary>
    private string Rows()
    {
        using var connection = new SqliteConnection($"Data Source={StoreFile};Pooling=False");
        connection.Open();
        return string.Join('\n', Ask(connection, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            .SelectMany(t => Ask(connection, t == "tokens" ? "SELECT id, person, source, name, revoked_at FROM tokens" : $"SELECT * FROM \"{t}\"").Order(StringComparer.Ordinal).Prepend("-- " + t)));
    }

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!keep)
        {
            await Scratch.DeleteAsync(folder.FullName);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.WaitsForDisk();
        builder.UseSetting("LeadDesk:Store", "sqlite:" + StoreFile);
        builder.UseSetting("LeadDesk:Floor", FloorFile);
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.ConfigureLogging(l => l.ClearProviders().AddProvider(Log));
        if (Clock is not null)
        {
            builder.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(Clock));
        }
    }

    private static List<string> Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }

    private int sent;
}

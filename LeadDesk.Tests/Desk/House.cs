using LeadDesk.App;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using LeadDesk.Tests.Faults;
using LeadDesk.Tests.Make;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Desk;

/// <summary>The real desk on a real file, without the web server; time is moved by hand. It can be closed and opened again.</summary>
public sealed class House : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leaddesk-desk-");
    private ServiceProvider? services;

    public House() => Address = StoreAddress.Parse($"sqlite:{Path.Combine(folder.FullName, "desk.db")}").Value!;

    public StoreAddress Address { get; }

    public MovedClock Clock { get; } = new(Start);

    public DeskLoop Loop => Get<DeskLoop>();

    public EventLog Log => Get<EventLog>();

    public SalesFloor Floor => Get<CommittedFloor>().Now;

    public T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    public static ServiceProvider Build(StoreAddress address, TimeProvider time)
    {
        var all = new ServiceCollection();
        all.AddLogging();
        all.AddLocalization();
        all.AddLocalization();
        all.AddSingleton(time);
        all.AddSingleton(new StartOptions(address, null, Demo: false, FreshDemo: false, Bench: false, null));
        all.AddSingleton<Opening>();
        all.AddStore(address);
        all.AddAccounts();
        all.AddDesk();
        return all.BuildServiceProvider();
    }

    public async Task OpenAsync()
    {
        services = Build(Address, Clock);
        var trouble = await Get<Opening>().OpenAsync();
        Assert.True(trouble is null, trouble);
    }

    public static async Task<House> OpenAsync(FloorPlan plan, params RepTerms[] people)
    {
        var house = new House();
        await house.OpenAsync();
        await house.PublishAsync(plan, people);
        return house;
    }

    public async Task PublishAsync(FloorPlan plan, params RepTerms[] people)
    {
        var published = await Loop.SendAsync(new Publish(Actor.Desk with { Via = "file" }, plan,
            [.. people.Select((terms, i) => new FloorEvent.PersonSet(new RepId(i + 1), new Guid(i + 1, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8), terms, Sorted.None<OptIn>()))]));
        Assert.True(published.IsDone);
    }

    /// <summary>As after a crash: nothing is written on the way out.</summary>
    public async Task CloseAsync()
    {
        if (services is not null)
        {
            await Loop.StopAsync(CancellationToken.None);
            await services.DisposeAsync();
            services = null;
        }
    }

    public async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
    }

    public Task<Answer> TickAsync(bool safety = false, params RepId[] gone) => Loop.SendAsync(new Tick(Floor.At, safety, gone));

    public async Task<LeadId> ReceiveAsync(string product = "ring", string email = "ada@example.com", string source = "web")
    {
        var answer = await Loop.SendAsync(Receiving(product, email, source));
        Assert.True(answer.IsDone);
        return answer.Lead!.Value;
    }

    public static Receive Receiving(string product = "ring", string email = "ada@example.com", string source = "web", string? external = null) => new(
        Actor.From(source),
        new LeadId(Guid.NewGuid()),
        new() { Facts = new Facts { Product = product }, Person = new LeadPerson(new Contact("Ada", email, null, null), "Hello", new Dictionary<string, string>(StringComparer.Ordinal)), ExternalId = external });

    public async Task<Answer> AvailableAsync(RepId rep, Presence presence = Presence.Available) =>
        await Loop.SendAsync(new SetPresence(Actor.Person(rep, "api"), rep, presence, Guid.NewGuid()));

    /// <summary>Every event of the log.</summary>
    public IReadOnlyList<Stamped> Events() => [.. Log.ReadFrom(0, int.MaxValue).Select(EventCodec.Read)];

    public IReadOnlyList<string> Ask(string sql) => StoreFile.Ask(Address.File, sql);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}

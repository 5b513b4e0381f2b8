using System.Net;
using System.Security.Cryptography.X509Certificates;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain;
using LeadDesk.Tests.Make;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>The real app on real Kestrel, with people on its floor and a clock moved by hand.</summary>
public sealed class DoorHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "plum-tart-at-noon";
    private readonly string folder = Directory.CreateTempSubdirectory("leaddesk-door-").FullName;

    public DoorHost() => UseKestrel(0);

    /// <summary>Over https with this certificate.</summary>
    internal DoorHost(X509Certificate2 certificate) => UseKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(certificate)));

    public bool Demo { get; init; }

    public string Url => ClientOptions.BaseAddress.ToString().TrimEnd('/');

    internal HandTime Time { get; } = new();

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Task InitializeAsync()
    {
        StartServer();
        return Task.CompletedTask;
    }

    /// <summary>A person with an account who stands on the floor.</summary>
    public async Task<App.Account.Account> PersonAsync(string name, Role role = Role.Rep, string? token = null, string? password = Password)
    {
        var account = await Get<Accounts>().ProvisionAsync(name, $"{name}@shop.example", password, token);
        await PutAsync(account, new RepTerms { Role = role });
        return account;
    }

    public Task PutAsync(App.Account.Account account, RepTerms terms) =>
        PublishAsync(null, new FloorEvent.PersonSet(new(account.Number), account.Id, terms, Sorted.None<OptIn>()));

    public Task PutSourcesAsync(params string[] keys) =>
        PublishAsync(Get<CommittedFloor>().Now.Plan.Plan with { Sources = [.. keys.Select(k => new Source(k, k, "form"))] });

    /// <summary>A browser without eyes: keeps cookies, follows nothing.</summary>
    public Visitor Visit() => new(Url);

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        await Scratch.DeleteAsync(folder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.WaitsForDisk();
        builder.UseSetting("LeadDesk:Store", $"sqlite:{Path.Combine(folder, "test.db")}");
        builder.UseSetting("LeadDesk:Demo", Demo ? "true" : "false");
        builder.UseSetting("LeadDesk:Origins:0", "https://wall.shop.example");
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(Time));
    }

    private async Task PublishAsync(FloorPlan? plan, params FloorEvent.PersonSet[] people) =>
        Assert.True((await Get<DeskLoop>().SendAsync(new Publish(Actor.Desk with { Via = "file" }, plan, [.. people]), CancellationToken.None)).IsDone);
}

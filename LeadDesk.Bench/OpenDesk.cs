using System.Collections.Immutable;
using LeadDesk.App;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Store;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Intake;
using LeadDesk.Domain.Leads;
using LeadDesk.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadDesk.Bench;

/// <summary>A whole desk in this process, as the app opens it: its file, its loop, and everything that runs behind the loop.</summary>
internal sealed class OpenDesk : IAsyncDisposable
{
    /// <summary>No clock of a waiting lead comes due while something is measured.</summary>
    private const int Weeks = 30 * 24 * 60;

    private const int SeedAtOnce = 2048;
    private static readonly Actor Source = Actor.From("bench");
    private readonly WebApplication app;
    private int received;

    private OpenDesk(WebApplication app, string file)
    {
        (this.app, File) = (app, file);
        Loop = app.Services.GetRequiredService<DeskLoop>();
    }

    public string File { get; }

    public DeskLoop Loop { get; }

    public EventLog Log => app.Services.GetRequiredService<EventLog>();

    public SalesFloor Floor => app.Services.GetRequiredService<CommittedFloor>().Now;

    public static async Task<OpenDesk> AtAsync(string file, int reps)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddLeadDesk(new StartOptions(new StoreAddress(file), null, Demo: false, FreshDemo: false, Bench: false, null));
        var house = builder.Build();
        if (await house.Services.GetRequiredService<Opening>().OpenAsync() is { } trouble)
        {
            throw new InvalidOperationException(trouble);
        }

        await house.StartAsync();
        var desk = new OpenDesk(house, file);
        await desk.SetUpAsync(reps);
        return desk;
    }

    /// <summary>Lets leads come in through the loop until this many wait in the lane. Answers with those that were new.</summary>
    public async Task FillAsync(string lane, int waiting)
    {
        var missing = waiting - Floor.BacklogOf(lane).Count;
        while (missing > 0)
        {
            var some = Math.Min(SeedAtOnce, missing);
            await Task.WhenAll(Enumerable.Range(0, some).Select(_ => Loop.SendAsync(ALead(lane))));
            missing -= some;
        }
    }

    /// <summary>Until the rows behind the log are written, so that a measurement begins with nothing left over.</summary>
    public async Task CatchUpAsync()
    {
        var projector = app.Services.GetRequiredService<Projector>();
        while (projector.Projected < Floor.Seq)
        {
            await projector.ReachAsync(Floor.Seq);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private Receive ALead(string lane)
    {
        var number = Interlocked.Increment(ref received);
        return new(Source, new LeadId(Guid.NewGuid()), new LeadDraft
        {
            Facts = Facts.None with { Product = lane, Region = "North", Score = number % 100 },
            Person = new LeadPerson(new Contact($"Customer {number}", null, null, null), "I would like to know more about the ring on your site.", ImmutableDictionary<string, string>.Empty),
        });
    }

    private async Task SetUpAsync(int reps)
    {
        var plan = FloorPlan.Empty with
        {
            Lanes = [Lane("blindPull"), Lane("cherryPick")],
            Sources = [new Source("bench", "Bench", "api")],
        };
        var people = Enumerable.Range(1, reps)
            .Select(n => new FloorEvent.PersonSet(new RepId(n), Guid.NewGuid(), new RepTerms { WipLimit = 10_000_000 }, Sorted.None<OptIn>()))
            .ToImmutableArray();
        await SendAsync(new Publish(Actor.Desk, plan, people));
        foreach (var person in people)
        {
            await SendAsync(new SetPresence(Actor.Person(person.Rep, "api"), person.Rep, Presence.Available, Guid.NewGuid()));
        }
    }

    private static Lane Lane(string method) => new()
    {
        Key = method,
        Name = method,
        Method = method,
        When = LaneFilter.Everything with { Product = [method] },
        FirstAttemptMinutes = Weeks,
        LeftBehindMinutes = [Weeks, Weeks + 1],
        MaxAgeMinutes = Weeks,
    };

    private async Task SendAsync(Command command)
    {
        if (await Loop.SendAsync(command) is { IsDone: false } answer)
        {
            throw new InvalidOperationException($"{command.GetType().Name} was refused: {answer}");
        }
    }
}

using LeadDesk.App.Admin;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Intake;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Welcome;

/// <summary>
/// A made-up customer, so that the whole way of a lead is seen once. It comes by a source and a lane of its own, which hides nothing: whoever
/// leads the floor sees every lead, and is asked only where everybody else sees as much.
/// </summary>
public sealed class TestLead(DeskLoop desk, FloorSetUp setUp, CommittedFloor committed)
{
    /// <summary>The source and the lane of test leads.</summary>
    public const string Key = "test";

    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Sets the person Ready where they take leads, then sends the lead.</summary>
    public async Task<Answer> SendAsync(RepId me, CancellationToken cancel = default)
    {
        await PrepareAsync(Actor.Person(me, "page"), cancel);
        if (committed.Now.Person(me).Terms.HoldsLeads)
        {
            await desk.SendAsync(new SetPresence(Actor.Person(me, "page"), me, Presence.Available, Guid.NewGuid()), cancel);
        }

        var number = Guid.NewGuid().ToString("N")[..6];
        var draft = new LeadDraft
        {
            Facts = Facts.None with { Product = "ring", RequestKind = RequestKind.Question },
            Person = new LeadPerson(new Contact("Test Customer", $"test-{number}@example.com", null, null), "This is a test lead. Take it, say that you reached them, and close it.", Nothing),
        };
        return await desk.SendAsync(new Receive(Actor.From(Key), new LeadId(Guid.NewGuid()), draft), cancel);
    }

    private async Task PrepareAsync(Actor actor, CancellationToken cancel)
    {
        if (committed.Now.Plan.Plan.Lanes.IsEmpty)
        {
            await StepSharing.PublishAsync(desk, actor, committed.Now, "inside", "The first rules");
        }

        if (!committed.Now.Plan.Plan.Lanes.Any(l => l.Key == Key))
        {
            await setUp.ApplyAsync(
                $$"""
                { "sources": [ { "key": "{{Key}}", "name": "Test", "kind": "form" } ],
                  "lanes": [ { "key": "{{Key}}", "name": "Test leads", "when": { "source": ["{{Key}}"] }, "method": "fairTurn", "reveal": "all", "fallback": "managers" } ] }
                """,
                actor,
                cancel);
        }
    }
}

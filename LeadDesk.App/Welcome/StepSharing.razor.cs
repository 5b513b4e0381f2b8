using LeadDesk.App.Admin;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.App.Rules;
using LeadDesk.App.Words;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Welcome;

/// <summary>How leads are shared to begin with: one of the starter sets, at this shop's hours and with its goal.</summary>
public sealed partial class StepSharing
{
    /// <summary>The lane that every starter set ends with.</summary>
    public const string Everyone = "everyone";

    private const string First = "inside";

    /// <summary>One pile and hands that reach for it; a circle of hands; one call to all.</summary>
    private static readonly (string Name, string Picture)[] Pictures =
    [
        ("inside", "M60 8a24 24 0 1 1-.1 0M60 8l7 5M60 8l6-6M30 32h.1M90 32h.1M60 56h.1M44 32h32M66 26l10 6-10 6"),
        ("small", "M42 8h36v10H42zM42 22h36v10H42zM42 36h36v10H42zM16 56l22-12M104 56 82 44M60 60V50"),
        ("showroom", "M60 32h.1M60 32 24 12M60 32 96 12M60 32 24 54M60 32l36 22M18 8h10v8H18zM92 8h10v8H92zM18 50h10v8H18zM92 50h10v8H92z"),
    ];

    [SupplyParameterFromForm(Name = "set", FormName = "welcome-sharing")] private string? Set { get; set; }

    [Inject] private DeskWording Wording { get; set; } = default!;

    [Inject] private DeskLoop Desk { get; set; } = default!;

    private async Task SaveAsync()
    {
        var answer = await PublishAsync(Desk, Actor, Floor.Now, Set ?? First, Word["Sharing.Reason"]);
        if (answer.IsDone)
        {
            GoOn();
        }
        else
        {
            Refuse(answer.Unavailable is { } unwritten ? Wording.Of(unwritten) : Word["Sharing.Stale"]);
        }
    }

    /// <summary>Puts a starter set into force, with the shop's calendar and the goal that was set before.</summary>
    internal static Task<Answer> PublishAsync(DeskLoop desk, Actor actor, SalesFloor floor, string set, string reason)
    {
        var plan = floor.Plan.Plan;

        // A boss who takes leads is asked only where everybody sees as much as they do.
        var open = floor.People.Any(p => p.Terms is { Active: true, LeadsTheFloor: true, TakesLeads: true });
        var goal = plan.Lanes.FirstOrDefault(l => l.Key == Everyone)?.FirstAttemptMinutes;
        var shop = plan.Locations is [var first, ..] ? first.Key : null;
        var chosen = StarterSets.All.FirstOrDefault(s => s.Name == set) is { Name: not null } found ? found : StarterSets.All.First(s => s.Name == First);
        var lanes = chosen.Lanes.Select(l => l with
        {
            Location = shop,
            FirstAttemptMinutes = l.Key == Everyone && goal is { } minutes ? minutes : l.FirstAttemptMinutes,
            Reveal = open && Catalogue.Find(l.Method)?.Offer.IsPull == false ? Reveal.All : l.Reveal,
        });
        return desk.SendAsync(new PublishLanes(actor, plan, LaneList.Check(plan, [.. plan.Lanes.Where(l => l.Key == TestLead.Key), .. lanes]).Lanes, reason));
    }
}

using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Welcome;

/// <summary>
/// One of the first steps of a role: its key names its words. It is done when the floor says so, when the person has opened At, or when they
/// have pressed something that On selects; the latter two are remembered in their browser.
/// </summary>
public sealed record FirstStep(string Key, string? Href, string? At = null, string? On = null, bool Done = false)
{
    private const string Ready = ".segments [data-value=Available]";
    private const string Take = "[data-key=T], [data-key=A], [data-verb=take]";
    private const string Outcome = "[data-key='1'], [data-key='2'], [data-key='3'], [data-key='4'], [data-key='5'], [data-key='6'], [data-verb=did]";
    private const string Undo = ".toast [data-key=Z]";

    /// <summary>In the order in which they are best done.</summary>
    public static IReadOnlyList<FirstStep> Of(Role role, SalesFloor floor) => role switch
    {
        Role.Admin => [.. Enumerable.Range(1, WelcomeStep.Last).Select(i => new FirstStep($"Step.{i}", WelcomeStep.AddressOf(i, null), Done: FloorSteps.Done(floor, i))), new("Step.Test", WelcomeStep.AddressOf(WelcomeStep.Last + 1, null), At: "/desk?test=1")],
        Role.Manager => [new("Step.Floor", "/floor", At: "/floor"), new("Step.Rules", "/rules", At: "/rules"), new("Step.Everybody", "/people", At: "/people"), new("Step.Tablet", "/devices", At: "/devices"), new("Step.Wall", "/walls", At: "/walls")],
        Role.Store => [new("Step.Pin", "/pin", At: "/pin"), new("Step.With", "/store", On: "[role=switch]"), new("Step.Take", "/store", On: Take), new("Step.Reply", "/store", On: "[data-verb=reply]"), new("Step.WalkIn", "/store", On: ".walk-in")],
        _ => [new("Step.Sound", null, On: "[data-alert-test]"), new("Step.Ready", "/desk", On: Ready), new("Step.Take", "/desk", On: Take), new("Step.Outcome", "/desk", On: Outcome), new("Step.Undo", "/desk", On: Undo)],
    };
}

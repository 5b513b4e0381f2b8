using System.Globalization;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Store.Rows;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Wall;

/// <summary>The links of wallboards: a plain form that works without any script, so that the link is in one answer and nowhere else.</summary>
public sealed partial class WallsPage
{
    private IReadOnlyList<TokenRow> all = [];
    private NewToken? made;
    private string? wrong;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm(Name = "name", FormName = "wall")] private string? Name { get; set; }

    [Inject] private Walls Hung { get; set; } = default!;

    [Inject] private Tokens Tokens { get; set; } = default!;

    [Inject] private CommittedFloor Floor { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync() => all = await Tokens.ScreensAsync(Http.RequestAborted);

    private async Task MakeAsync()
    {
        var name = Name?.Trim() ?? "";
        if (name.Length is 0 or > Walls.LongestName)
        {
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            wrong = Say["NameWrong", Walls.LongestName];
            return;
        }

        (_, made) = await Hung.HangAsync(Actor.Person(Http.User.Caller().Rep!.Value, "page"), name, Http.RequestAborted);
        if (made is null)
        {
            Http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            wrong = Say["NotMade"];
        }

        all = await Tokens.ScreensAsync(Http.RequestAborted);
    }

    private string Link(NewToken link) => Navigation.BaseUri.TrimEnd('/') + Walls.PathOf(link.Token);

    private string Day(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Floor.Now.Plan.Zone).ToString("d", CultureInfo.CurrentCulture);
}

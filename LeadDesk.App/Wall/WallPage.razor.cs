using System.Text.Json;
using LeadDesk.App.Account;
using LeadDesk.App.Api;
using LeadDesk.App.Desk;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Wall;

/// <summary>The wallboard: five figures and one strip for a screen across the room. Whoever holds the link may look; there is nothing on it to know anybody by.</summary>
public sealed partial class WallPage
{
    private static readonly string[] Tiles = ["waiting", "late", "longest", "median", "people"];

    private string? picture;

    [Parameter] public string Token { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] private TokenDoor Door { get; set; } = default!;

    [Inject] private CommittedFloor Floor { get; set; } = default!;

    [Inject] private DeskClock Clock { get; set; } = default!;

    /// <summary>Whoever runs several shops knows which one this is; one shop needs no name.</summary>
    private string? Place => Floor.Now.Plan.Plan.Locations is [var only] ? only.Name : null;

    private string Zone => Floor.Now.Plan.Zone.Id;

    protected override void OnParametersSet()
    {
        if (Door.OpensWall(Token))
        {
            picture = JsonSerializer.Serialize(WallView.Of(Floor.Now, Clock.Now()), Json.Options);
        }
        else
        {
            // Not 404: that would be answered with the page that says there is no such page.
            Http.Response.StatusCode = StatusCodes.Status410Gone;
        }
    }
}

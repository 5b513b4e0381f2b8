using System.Text.Json.Nodes;
using LeadDesk.App.Account;
using LeadDesk.App.Admin;
using LeadDesk.App.Desk;
using LeadDesk.App.Words;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Welcome;

/// <summary>One step of the first run: a plain form that works before, and without, any script.</summary>
public abstract class WelcomeStep : ComponentBase
{
    /// <summary>The steps that ask for something; after them comes the test lead.</summary>
    public const int Last = 6;

    [CascadingParameter] protected HttpContext Http { get; set; } = default!;

    /// <summary>The code a stranger came with.</summary>
    [Parameter] public string? Code { get; set; }

    /// <summary>This step's place, from 1.</summary>
    [Parameter, EditorRequired] public required int Number { get; set; }

    protected string? Wrong { get; set; }

    [Inject] protected IStringLocalizer<WelcomeTexts> Word { get; set; } = default!;

    [Inject] protected FloorSetUp SetUp { get; set; } = default!;

    [Inject] protected CommittedFloor Floor { get; set; } = default!;

    [Inject] private SetUpWording Wording { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected FloorPlan Plan => Floor.Now.Plan.Plan;

    /// <summary>The first shop; null before the first step was taken.</summary>
    protected Location? Shop => Plan.Locations is [var first, ..] ? first : null;

    protected string ShopKey => Shop?.Key ?? "shop";

    /// <summary>Who sets up: the admin; or, while there is nobody, the desk itself.</summary>
    protected Actor Actor => Http.User.Caller().Rep is { } rep ? Actor.Person(rep, "page") : Actor.Desk with { Via = "file" };

    /// <summary>Where this step begins, and where the next one does.</summary>
    public static string AddressOf(int number, string? code) => $"/welcome?step={number}{(code is null ? "" : "&code=" + Uri.EscapeDataString(code))}";

    protected void GoOn() => Navigation.NavigateTo(AddressOf(Number + 1, Code));

    /// <summary>Brings these parts of a floor file onto the floor; false leaves words in Wrong.</summary>
    protected async Task<bool> ApplyAsync(JsonObject parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var put = await SetUp.ApplyAsync(parts.ToJsonString(), Actor, Http.RequestAborted);
        return Wording.Of(put) is not { } problem || Refuse(problem);
    }

    /// <summary>Says what is wrong; always false.</summary>
    protected bool Refuse(string words)
    {
        Wrong = words;
        Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return false;
    }
}

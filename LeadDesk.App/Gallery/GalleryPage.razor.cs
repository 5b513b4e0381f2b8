using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LeadDesk.App.Gallery;

/// <summary>A screen in one of its states. What a bad line does to a page is done by the page's own script, told a silence that is not there.</summary>
public sealed partial class GalleryPage : IAsyncDisposable
{
    private IJSObjectReference? live;
    private bool listed;
    private string? stands;

    [Parameter] public string Screen { get; set; } = "";

    [Parameter] public string State { get; set; } = "";

    [Inject] private IHostEnvironment Environment { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IJSRuntime Script { get; set; } = default!;

    private string Here => $"{Screen}/{State}";

    /// <summary>For how many seconds the server seems not to have said a word.</summary>
    private int Silence => State switch
    {
        "stale" => 24,
        "offline" => 75,
        _ => 0,
    };

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (live is not null)
            {
                await live.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page was left.
        }
    }

    protected override void OnParametersSet()
    {
        listed = Environment.IsDevelopment() && GalleryScreen.Find(Screen)?.States.Contains(State, StringComparer.Ordinal) == true;
        if (!listed)
        {
            Navigation.NotFound();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var here = Here;
        if (!listed || stands == here)
        {
            return;
        }

        live ??= await Script.InvokeAsync<IJSObjectReference>("import", "./js/live.js");
        await live.InvokeVoidAsync("pretend", Silence);
        stands = here;
        StateHasChanged();
    }
}

using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Live;

/// <summary>A live page whose content lies in the store: it is read when the address changes, and anew once what it was read for has moved.</summary>
public abstract class StoredPage : LivePage
{
    private object? readFor;
    private bool reading;
    private bool again;

    /// <summary>What the content depends on, comparable by its value: asked after every drawing, so it must be cheap.</summary>
    protected abstract object Mark();

    protected abstract Task ReadAsync();

    protected override void Look(Views views)
    {
        // What is shown is read from the store, after this; here only whether it has moved.
    }

    protected override async Task OnParametersSetAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            await ReadOnceAsync();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (readFor is not null && !readFor.Equals(Mark()))
        {
            await ReadOnceAsync();
            StateHasChanged();
        }
    }

    /// <summary>One read at a time, and another while what it depends on has moved meanwhile: an older read never stands where a newer one was.</summary>
    private async Task ReadOnceAsync()
    {
        if (reading)
        {
            again = true;
            return;
        }

        reading = true;
        try
        {
            do
            {
                again = false;
                readFor = Mark();
                await ReadAsync();
            }
            while (again || !readFor.Equals(Mark()));
        }
        finally
        {
            reading = false;
        }
    }
}

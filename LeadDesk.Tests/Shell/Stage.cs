using Bunit;
using LeadDesk.App.Gallery;
using LeadDesk.App.Live;
using LeadDesk.App.RepDesk;
using LeadDesk.App.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace LeadDesk.Tests.Shell;

/// <summary>What components need to be drawn: texts, a clock that stands still, made-up views.</summary>
public abstract class Stage : BunitContext
{
    /// <summary>A Thursday, 12:00 UTC.</summary>
    protected static DateTimeOffset Noon { get; } = new(2026, 11, 19, 12, 0, 0, TimeSpan.Zero);

    protected Stage()
    {
        Services.AddLocalization();
        Services.AddScoped<Phrases>();
        Services.AddScoped<Held>();
        Services.AddSingleton<RowFaces>();
        Services.AddSingleton<TimeProvider>(new StillClock(Noon));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    protected GalleryViews Views { get; } = new(Noon);

    protected Phrases Say => Services.GetRequiredService<Phrases>();
}

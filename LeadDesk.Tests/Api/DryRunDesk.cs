using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>A desk with a past: two people who are there, and leads that came a few minutes apart.</summary>
public sealed class DryRunDesk : IAsyncLifetime
{
    public const int Leads = 24;

    public DeskHost Host { get; } = new(Floors.With(), new HandClock(new DateTimeOffset(2026, 11, 19, 9, 0, 0, TimeSpan.Zero)));

    public async Task InitializeAsync()
    {
        await Host.ComeAsync("kim", "lee");
        for (var i = 0; i < Leads; i++)
        {
            await Host.LeadAsync("turn");
            Host.Clock!.Advance(TimeSpan.FromMinutes(4));
        }
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

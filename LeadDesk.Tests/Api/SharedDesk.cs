using Xunit;

namespace LeadDesk.Tests.Api;

/// <summary>One desk for all facts of a class: for those that do not mind each other's leads.</summary>
public sealed class SharedDesk : IAsyncLifetime
{
    public DeskHost Host { get; } = new(Floors.With());

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

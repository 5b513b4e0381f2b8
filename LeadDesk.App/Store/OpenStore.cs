using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>Makes the store, or brings it up to date, before anything else starts.</summary>
public sealed class OpenStore(IDbContextFactory<LeadDeskContext> contexts, StoreAddress address) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await Migrations.ApplyAsync(contexts, address, cancellationToken) is { } trouble)
        {
            throw new InvalidOperationException(trouble);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

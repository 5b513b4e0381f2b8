using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>Brings this house's store up to date.</summary>
public sealed class Migrator(IDbContextFactory<LeadDeskContext> contexts, StoreAddress address)
{
    /// <summary>Null when the store is ready, else the plain words why not.</summary>
    public Task<string?> ApplyAsync(CancellationToken cancel = default) => Migrations.ApplyAsync(contexts, address, cancel);
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LeadDesk.App.Store.Sqlite;

/// <summary>Sets up each connection that EF Core opens.</summary>
public sealed class PragmasOnOpen : DbConnectionInterceptor
{
    private const int Busy = 200;

    public static PragmasOnOpen Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SqliteSetup.Prepare(connection, Busy);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite has no asynchronous calls: the provider's would run on this thread all the same.
        SqliteSetup.Prepare(connection, Busy);
        return Task.CompletedTask;
    }
}

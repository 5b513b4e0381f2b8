using LeadDesk.App.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace LeadDesk.Tests.Store;

/// <summary>How a store comes into being and is brought up to date.</summary>
public sealed class MigrationsTests : IAsyncLifetime
{
    private readonly TempStore store = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        await store.InitializeAsync();
        var before = store.Ask("SELECT name, sql FROM sqlite_master ORDER BY name");

        Assert.Null(await Migrations.ApplyAsync(store, store.Address));

        Assert.Equal(before, store.Ask("SELECT name, sql FROM sqlite_master ORDER BY name"));
    }

    [Fact]
    public async Task The_migrations_say_what_the_model_says()
    {
        await using var db = store.CreateDbContext();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_schema_has_room_for_passkeys()
    {
        await store.InitializeAsync();

        Assert.Equal(["AspNetUserPasskeys"], store.Ask("SELECT name FROM sqlite_master WHERE name = 'AspNetUserPasskeys'"));
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_is_cleared()
    {
        store.Ask("""
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')
            """);

        await store.InitializeAsync();

        Assert.Equal(["0"], store.Ask("SELECT count(*) FROM log"));
    }

    [Fact]
    public async Task A_restored_backup_that_left_the_write_ahead_log_behind_is_taken()
    {
        await store.InitializeAsync();
        SqliteConnection.ClearAllPools();
        Assert.Equal(["delete"], store.Ask("PRAGMA journal_mode=DELETE"));

        await store.InitializeAsync();

        Assert.Equal(["wal"], store.Ask("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_in_words()
    {
        await store.InitializeAsync();
        store.Ask("INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231000000_Later', '99.0.0')");

        Assert.Contains("newer version", await Migrations.ApplyAsync(store, store.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_in_words()
    {
        await File.WriteAllTextAsync(store.Address.File, string.Concat(Enumerable.Repeat("no database ", 1000)));

        Assert.Contains("not a SQLite database", await Migrations.ApplyAsync(store, store.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_cannot_be_opened_is_refused_in_words()
    {
        Directory.CreateDirectory(store.Address.File);

        Assert.EndsWith("cannot be opened: it is a folder.", await Migrations.ApplyAsync(store, store.Address), StringComparison.Ordinal);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LeadDesk.App.Store.Sqlite;

/// <summary>Gives the migration tool a context without starting the app.</summary>
public sealed class DesignTimeContext : IDesignTimeDbContextFactory<LeadDeskContext>
{
    public LeadDeskContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<LeadDeskContext>().UseSqlite("Data Source=design.db").Options);
}

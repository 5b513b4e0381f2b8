using LeadDesk.App.Store.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LeadDesk.App.Store;

/// <summary>The schema of the desk: the log and what stands beside it. One context per operation; the log itself is appended by the event log alone.</summary>
public sealed class LeadDeskContext(DbContextOptions<LeadDeskContext> options)
    : IdentityDbContext<Account.Account, IdentityRole<Guid>, Guid>(options)
{
    private static readonly PasskeySchema Passkeys = new();

    public DbSet<EventRow> Log => Set<EventRow>();

    public DbSet<PersonalRow> Personal => Set<PersonalRow>();

    public DbSet<SeenRow> Seen => Set<SeenRow>();

    public DbSet<ContactRow> Contacts => Set<ContactRow>();

    public DbSet<FloorSnapshotRow> FloorSnapshots => Set<FloorSnapshotRow>();

    public DbSet<CursorRow> Cursors => Set<CursorRow>();

    public DbSet<LeadRow> Leads => Set<LeadRow>();

    public DbSet<LeadStepRow> LeadSteps => Set<LeadStepRow>();

    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();

    public DbSet<TokenRow> Tokens => Set<TokenRow>();

    public DbSet<DeviceRow> Devices => Set<DeviceRow>();

    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();

    public DbSet<KeyRow> Keys => Set<KeyRow>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            optionsBuilder.UseApplicationServiceProvider(Passkeys);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<decimal>().HaveConversion<Hundredths>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.Entity<Account.Account>().HasIndex(a => a.Number).IsUnique();
        Schema.Describe(builder);
    }
}

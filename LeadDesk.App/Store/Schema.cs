using System.Text.Json;
using LeadDesk.App.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Store;

/// <summary>Keys, indexes and names of the desk's own tables; names are lower_case, so that SQL by hand reads the same on every database.</summary>
public static class Schema
{
    public static void Describe(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        DescribeLog(builder);
        DescribeProjection(builder);
        DescribeEdge(builder);
        NameColumns(builder);
    }

    private static void DescribeLog(ModelBuilder builder)
    {
        builder.Entity<EventRow>(row =>
        {
            row.ToTable("log").HasKey(r => r.Seq);
            row.Property(r => r.Seq).ValueGeneratedNever();
        });
        builder.Entity<PersonalRow>(row =>
        {
            row.ToTable("personal").HasKey(r => r.Seq);
            row.Property(r => r.Seq).ValueGeneratedNever();
            row.Property(r => r.Kind).HasMaxLength(32);
            row.HasIndex(r => r.Lead);
        });
        builder.Entity<SeenRow>().ToTable("seen").HasKey(r => new { r.Source, r.Key });
        builder.Entity<ContactRow>().ToTable("contacts").HasKey(r => r.Hash);
        builder.Entity<FloorSnapshotRow>(row =>
        {
            row.ToTable("floor_snapshots").HasKey(r => r.Seq);
            row.Property(r => r.Seq).ValueGeneratedNever();
        });
        builder.Entity<CursorRow>().ToTable("cursors").HasKey(r => r.Name);
    }

    private static void DescribeProjection(ModelBuilder builder)
    {
        builder.Entity<LeadRow>(row =>
        {
            row.ToTable("leads").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.HasIndex(r => r.ReceivedAt);
            row.HasIndex(r => r.ClosedAt);
            row.HasIndex(r => new { r.State, r.ReceivedAt });
            row.HasIndex(r => new { r.Owner, r.ReceivedAt });
        });
        builder.Entity<LeadStepRow>().ToTable("lead_steps").HasKey(r => new { r.Lead, r.Seq });
        builder.Entity<LedgerRow>(row =>
        {
            row.ToTable("ledger").HasKey(r => r.Seq);
            row.Property(r => r.Seq).ValueGeneratedNever();
            row.HasIndex(r => new { r.Lane, r.Seq });
        });
    }

    private static void DescribeEdge(ModelBuilder builder)
    {
        builder.Entity<TokenRow>(row =>
        {
            row.ToTable("tokens").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.HasIndex(r => r.Hash).IsUnique();
        });
        builder.Entity<DeviceRow>(row =>
        {
            row.ToTable("devices").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.HasIndex(r => r.Hash).IsUnique();
        });
        builder.Entity<DeliveryRow>(row =>
        {
            row.ToTable("deliveries").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.HasIndex(r => r.At);
        });
        builder.Entity<KeyRow>().ToTable("keys").HasKey(r => r.Id);
    }

    private static void NameColumns(ModelBuilder builder)
    {
        var own = builder.Model.GetEntityTypes().Where(t => t.ClrType.Namespace == typeof(EventRow).Namespace);
        foreach (var property in own.SelectMany(t => t.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}

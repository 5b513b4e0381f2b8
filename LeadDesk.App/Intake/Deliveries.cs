using System.Data.Common;
using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Rows;

namespace LeadDesk.App.Intake;

/// <summary>What a source sent and we could not take, kept as it came, so that nothing a customer wrote is lost.</summary>
public sealed class Deliveries(Records records, DeskClock clock)
{
    /// <summary>Keeps what could not be taken, and why.</summary>
    public Task KeepAsync(string source, string format, byte[] body, string reason) => records.KeepAsync([Row(source, format, body, reason)]);

    /// <summary>Keeps all of it in one write; false where the store does not take it now.</summary>
    public async Task<bool> TryKeepAsync(string source, string format, IEnumerable<(byte[] Body, string Reason)> refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        var rows = refused.Select(r => Row(source, format, r.Body, r.Reason)).ToList();
        try
        {
            await (rows.Count == 0 ? Task.CompletedTask : records.KeepAsync(rows));
            return true;
        }
        catch (Exception broke) when (broke is DbException or { InnerException: DbException })
        {
            return false;
        }
    }

    private DeliveryRow Row(string source, string format, byte[] body, string reason) =>
        new() { Id = Guid.NewGuid(), At = clock.Now(), Source = source, Format = format, Body = body, Result = "refused", Reason = reason };
}

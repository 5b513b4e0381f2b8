using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Rows;

namespace LeadDesk.App.Intake;

/// <summary>What a source sent and we could not take, kept as it came, so that nothing a customer wrote is lost.</summary>
public sealed class Deliveries(Records records, DeskClock clock)
{
    public Task KeepAsync(string source, string format, byte[] body, string result, string? reason, Guid? lead) =>
        records.KeepAsync(new DeliveryRow { Id = Guid.NewGuid(), At = clock.Now(), Source = source, Format = format, Body = body, Result = result, Reason = reason, Lead = lead });
}

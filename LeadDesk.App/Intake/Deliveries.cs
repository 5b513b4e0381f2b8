using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace LeadDesk.App.Intake;

/// <summary>What a source sent and we could not take, kept as it came, so that nothing a customer wrote is lost.</summary>
public sealed class Deliveries(IDbContextFactory<LeadDeskContext> contexts, WriteTurn turn, DeskClock clock)
{
    public async Task KeepAsync(string source, string format, byte[] body, string result, string? reason, Guid? lead)
    {
        using var mine = await turn.TakeAsync(CancellationToken.None);
        await using var db = await contexts.CreateDbContextAsync();
        db.Deliveries.Add(new DeliveryRow { Id = Guid.NewGuid(), At = clock.Now(), Source = source, Format = format, Body = body, Result = result, Reason = reason, Lead = lead });
        await db.SaveChangesAsync();
    }
}

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LeadDesk.App.Store;

/// <summary>Keeps an instant as UTC ticks, because SQLite can neither order nor compare the provider's own text form.</summary>
public sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    at => at.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LeadDesk.App.Store;

/// <summary>Keeps an amount of money as whole hundredths, because SQLite would order decimals as text.</summary>
public sealed class Hundredths() : ValueConverter<decimal, long>(
    amount => (long)decimal.Round(amount * 100m, MidpointRounding.AwayFromZero),
    stored => stored / 100m);

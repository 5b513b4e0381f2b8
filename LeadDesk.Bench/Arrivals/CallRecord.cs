using System.Globalization;

namespace LeadDesk.Bench.Arrivals;

/// <summary>A bank's real call record: one row a call; type NW is a prospective customer.</summary>
internal static class CallRecord
{
    public const string Path = "data/derived/anonbank_feb1999_calls.csv";

    /// <summary>The prospective customers of the busiest day, in order. Rows that the record itself calls phantoms are left out.</summary>
    public static (DateOnly Day, IReadOnlyList<Arrival> Arrivals) BusiestDay(string file)
    {
        var rows = File.ReadLines(file).Skip(1).Select(l => l.Split(','))
            .Where(c => c[1] == "NW" && c[7] != "PHANTOM")
            .Select(c => (Number: int.Parse(c[0], CultureInfo.InvariantCulture), At: DateTime.Parse(c[4], CultureInfo.InvariantCulture), Service: c[10].Length == 0 ? 60 : int.Parse(c[10], CultureInfo.InvariantCulture)))
            .GroupBy(c => DateOnly.FromDateTime(c.At))
            .MaxBy(g => g.Count())!;
        var day = rows.OrderBy(c => c.At).ToList();
        return (rows.Key, [.. day.Select(c => new Arrival(c.Number, c.At - day[0].At, TimeSpan.FromSeconds(c.Service)))]);
    }
}

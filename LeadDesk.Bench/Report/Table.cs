namespace LeadDesk.Bench.Report;

/// <summary>A plain table: columns as wide as their widest cell.</summary>
internal sealed class Table(params string[] heads)
{
    private readonly List<string[]> rows = [heads];

    public void Add(params string[] cells) => rows.Add(cells);

    public void Print()
    {
        var widths = heads.Select((_, i) => rows.Max(r => r[i].Length)).ToArray();
        Console.WriteLine();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        }

        Console.WriteLine();
    }
}

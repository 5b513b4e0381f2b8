namespace LeadDesk.App.Api;

/// <summary>Rows of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV Injection).</summary>
public static class CsvText
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>What begins a formula, in half and full width.</summary>
    private const string Formulas = "=+-@\t\r\n＝＋－＠";

    public static string Row(params IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string? text)
    {
        var safe = text is { Length: > 0 } && Formulas.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text ?? "";
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

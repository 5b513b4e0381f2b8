namespace LeadDesk.App.Api;

/// <summary>What is wrong with a body, field by field, in words; the field is named by its JSON path, e.g. lanes[2].when.valueAtLeast.</summary>
public sealed class FieldErrors
{
    // A hostile body may be wrong in a hundred thousand places; nobody reads more than these.
    private const int Most = 100;

    private readonly List<FieldError> all = [];

    public bool Any => all.Count > 0;

    public IReadOnlyList<FieldError> All => all;

    public IReadOnlyDictionary<string, string[]> ByField =>
        all.GroupBy(e => e.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(e => e.Words).ToArray(), StringComparer.Ordinal);

    public void Add(string path, string words)
    {
        if (all.Count < Most)
        {
            all.Add(new FieldError(path, words));
        }
    }
}

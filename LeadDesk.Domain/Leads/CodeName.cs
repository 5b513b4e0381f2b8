namespace LeadDesk.Domain.Leads;

/// <summary>A refusal's code as it stands in the contract: already-taken, at-limit.</summary>
public static class CodeName
{
    private static readonly Dictionary<RefusalCode, string> Names = Enum.GetValues<RefusalCode>().ToDictionary(c => c, c => Kebab(c.ToString()));

    public static string Of(RefusalCode code) => Names[code];

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}

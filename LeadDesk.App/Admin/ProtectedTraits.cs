using System.Collections.Immutable;

namespace LeadDesk.App.Admin;

/// <summary>What nobody may be matched, ranked or passed over by, in any spelling a file may try.</summary>
internal static class ProtectedTraits
{
    private static readonly ImmutableArray<string> All =
    [
        "nationality", "citizenship", "religion", "belief", "faith", "sex", "gender", "age", "birth", "culture", "cultural", "race", "ethnic", "ethnicity",
        "colour", "color", "orientation", "disability", "marital", "pregnancy", "caste", "origin",
    ];

    public static bool Is(string name)
    {
        var plain = name.Trim().ToLowerInvariant();
        return All.Any(t => plain == t || (t.Length > 3 && plain.Contains(t, StringComparison.Ordinal)));
    }
}

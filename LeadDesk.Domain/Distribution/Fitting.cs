using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>How what a person knows fits what a lead is about.</summary>
public static class Fitting
{
    private const int NamedRegion = 1;

    /// <summary>Whether a skill is one that the law asks for: its name begins with licence: or license:.</summary>
    public static bool IsLicence(string? skill) =>
        skill is not null && (skill.StartsWith("licence:", StringComparison.OrdinalIgnoreCase) || skill.StartsWith("license:", StringComparison.OrdinalIgnoreCase));

    public static bool Speaks(RepTerms terms, string? language)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return language is not null && terms.Languages.Contains(language.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the place is among a person's regions by name.</summary>
    public static bool Has(RepTerms terms, string? place)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return place is not null && terms.Regions.Contains(place.Trim(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The level of a skill by this name, without case; 0 = none.</summary>
    public static int Level(RepTerms terms, string? skill)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (skill is null)
        {
            return 0;
        }

        var wanted = skill.Trim();
        if (terms.Skills.TryGetValue(wanted, out var exact))
        {
            return exact;
        }

        foreach (var (name, level) in terms.Skills)
        {
            if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return level;
            }
        }

        return 0;
    }

    /// <summary>How closely a person's regions name a lead's place: 0 not at all, 1 its region by name, more the longer a matching postcode prefix.</summary>
    public static int Region(RepTerms terms, Facts facts)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(facts);
        var best = Has(terms, facts.Region) ? NamedRegion : 0;
        if (facts.Postcode?.Trim() is not { Length: > 0 } code)
        {
            return best;
        }

        foreach (var region in terms.Regions)
        {
            if (region.Length > 0 && code.StartsWith(region, StringComparison.OrdinalIgnoreCase))
            {
                best = Math.Max(best, NamedRegion + region.Length);
            }
        }

        return best;
    }
}

using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>Which leads a lane takes: every key that is set must hold, a list means any of, text is compared without case.</summary>
public sealed record LaneFilter
{
    public static LaneFilter Everything { get; } = new();

    public ImmutableArray<string> Source { get; init; } = [];

    public ImmutableArray<string> Product { get; init; } = [];

    public ImmutableArray<string> Region { get; init; } = [];

    public ImmutableArray<string> PostcodePrefix { get; init; } = [];

    public ImmutableArray<string> Country { get; init; } = [];

    public ImmutableArray<string> Language { get; init; } = [];

    public ImmutableArray<string> Company { get; init; } = [];

    public int? CompanySizeAtLeast { get; init; }

    public int? CompanySizeBelow { get; init; }

    public decimal? ValueAtLeast { get; init; }

    public decimal? ValueBelow { get; init; }

    public int? ScoreAtLeast { get; init; }

    public ImmutableArray<RequestKind> RequestKind { get; init; } = [];

    public bool? KnownCustomer { get; init; }

    public bool? Discreet { get; init; }

    public bool Takes(string source, Facts lead) =>
        Any(Source, source)
        && Any(Product, lead.Product)
        && Any(Region, lead.Region)
        && (PostcodePrefix.IsEmpty || (lead.Postcode is { } code && PostcodePrefix.Any(p => code.StartsWith(p, StringComparison.OrdinalIgnoreCase))))
        && Any(Country, lead.Country)
        && Any(Language, lead.Language)
        && Any(Company, lead.Company)
        && Within(CompanySizeAtLeast, CompanySizeBelow, lead.CompanySize)
        && Within(ValueAtLeast, ValueBelow, lead.Value)
        && Within(ScoreAtLeast, null, lead.Score)
        && (RequestKind.IsEmpty || (lead.RequestKind is { } kind && RequestKind.Contains(kind)))
        && (KnownCustomer is null || KnownCustomer == lead.KnownCustomer)
        && (Discreet is null || Discreet == lead.Discreet);

    private static bool Any(ImmutableArray<string> wanted, string? has) =>
        wanted.IsEmpty || (has is not null && wanted.Contains(has.Trim(), StringComparer.OrdinalIgnoreCase));

    private static bool Within<T>(T? atLeast, T? below, T? has)
        where T : struct, IComparable<T> =>
        (atLeast is not { } low || (has is { } a && a.CompareTo(low) >= 0)) && (below is not { } high || (has is { } b && b.CompareTo(high) < 0));
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Admin;

/// <summary>The reasons on offer for each outcome, in the floor file.</summary>
internal static class FloorFileOutcomes
{
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> Read(Fields file, ImmutableSortedDictionary<string, ImmutableArray<string>> basis)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        if (file.Part("outcomes") is not { } outcomes)
        {
            return file.Mentions("outcomes") ? read.ToImmutable() : basis;
        }

        read.AddRange(basis);
        foreach (var outcome in WireName.All<Outcome>().Where(outcomes.Mentions))
        {
            read.Remove(outcome);
            if (outcomes.Texts(outcome, 200, 100) is { } reasons)
            {
                read[outcome] = reasons;
            }
        }

        outcomes.RefuseUnknown();
        return read.ToImmutable();
    }

    public static JsonObject Write(ImmutableSortedDictionary<string, ImmutableArray<string>> outcomes) =>
        new(outcomes.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)new JsonArray([.. o.Value.Select(r => (JsonNode)r)]))));
}

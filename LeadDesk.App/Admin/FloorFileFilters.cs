using System.Collections.Immutable;
using System.Text.Json.Nodes;
using LeadDesk.App.Api;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Admin;

/// <summary>The "when" of a lane in the floor file.</summary>
internal static class FloorFileFilters
{
    private const decimal MostMoney = 999_999_999_999;

    public static LaneFilter? Read(Fields lane)
    {
        if (lane.Part("when") is not { } when)
        {
            return null;
        }

        var filter = new LaneFilter
        {
            Source = AnyOf(when, "source"),
            Product = AnyOf(when, "product"),
            Region = AnyOf(when, "region"),
            PostcodePrefix = AnyOf(when, "postcodePrefix"),
            Country = AnyOf(when, "country"),
            Language = AnyOf(when, "language"),
            Company = AnyOf(when, "company"),
            CompanySizeAtLeast = when.Whole("companySizeAtLeast", 0, int.MaxValue),
            CompanySizeBelow = when.Whole("companySizeBelow", 0, int.MaxValue),
            ValueAtLeast = when.Number("valueAtLeast", 0, MostMoney),
            ValueBelow = when.Number("valueBelow", 0, MostMoney),
            ScoreAtLeast = when.Whole("scoreAtLeast", int.MinValue, int.MaxValue),
            RequestKind = Filled(when, "requestKind", when.Choices("requestKind", WireName.All<RequestKind>(), 20, orOne: true))
                .Select(k => WireName.Read<RequestKind>(k)!.Value).ToImmutableArray(),
            KnownCustomer = when.YesNo("knownCustomer"),
            Discreet = when.YesNo("discreet"),
        };
        if (filter.CompanySizeAtLeast >= filter.CompanySizeBelow)
        {
            when.Wrong("companySizeBelow", "A size above companySizeAtLeast is expected, else no lead can match.");
        }

        if (filter.ValueAtLeast >= filter.ValueBelow)
        {
            when.Wrong("valueBelow", "A value above valueAtLeast is expected, else no lead can match.");
        }

        when.RefuseUnknown();
        return filter;
    }

    public static JsonObject Write(LaneFilter when) => new JsonObject()
        .List("source", when.Source)
        .List("product", when.Product)
        .List("region", when.Region)
        .List("postcodePrefix", when.PostcodePrefix)
        .List("country", when.Country)
        .List("language", when.Language)
        .List("company", when.Company)
        .Unless(when.CompanySizeAtLeast is null, "companySizeAtLeast", when.CompanySizeAtLeast)
        .Unless(when.CompanySizeBelow is null, "companySizeBelow", when.CompanySizeBelow)
        .Unless(when.ValueAtLeast is null, "valueAtLeast", when.ValueAtLeast)
        .Unless(when.ValueBelow is null, "valueBelow", when.ValueBelow)
        .Unless(when.ScoreAtLeast is null, "scoreAtLeast", when.ScoreAtLeast)
        .List("requestKind", when.RequestKind.Select(WireName.Of).ToImmutableArray())
        .Unless(when.KnownCustomer is null, "knownCustomer", when.KnownCustomer)
        .Unless(when.Discreet is null, "discreet", when.Discreet);

    private static ImmutableArray<string> AnyOf(Fields when, string name) => Filled(when, name, when.Texts(name, 200, 1_000, orOne: true));

    private static ImmutableArray<string> Filled(Fields when, string name, ImmutableArray<string>? list)
    {
        if (list is { IsEmpty: true })
        {
            when.Wrong(name, "At least one text is expected; leave the key out to take any.");
        }

        return list ?? [];
    }

    private static JsonObject List(this JsonObject written, string name, ImmutableArray<string> texts) =>
        written.Unless(texts.IsEmpty, name, new JsonArray([.. texts.Select(t => (JsonNode)t)]));
}

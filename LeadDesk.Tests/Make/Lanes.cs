using System.Collections.Immutable;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Distribution.Offering;

namespace LeadDesk.Tests.Make;

/// <summary>Lanes for tests, with the defaults of the floor file.</summary>
internal static class Lanes
{
    public static Lane Of(string method, string key = "lane") => new() { Key = key, Name = key, Method = method };

    public static bool IsBlend(string method) => Catalogue.Of(method).Offer is Stages;

    /// <summary>A lane of the method; a blend leads through another lane, which nothing else leads to.</summary>
    public static ImmutableArray<Lane> For(string method) => IsBlend(method) ? [Blend("lane", "step"), Of("fairTurn", "step") with { When = Product("nothing else") }] : [Of(method)];

    /// <summary>The lane in which its leads are.</summary>
    public static string In(string method) => IsBlend(method) ? "step" : "lane";

    public static Lane Blend(string key, params string[] stages) => Of("blend", key).Set("stages", string.Join(',', stages));

    public static Lane Set(this Lane lane, string setting, string value) => lane with { Settings = lane.Settings.SetItem(setting, value) };

    public static LaneFilter Product(string product) => new() { Product = [product] };
}

using LeadDesk.Domain.Distribution;

namespace LeadDesk.Tests.Make;

/// <summary>Lanes for tests, with the defaults of the floor file.</summary>
internal static class Lanes
{
    public static Lane Of(string method, string key = "lane") => new() { Key = key, Name = key, Method = method };

    public static LaneFilter Product(string product) => new() { Product = [product] };
}

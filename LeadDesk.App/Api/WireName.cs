using System.Collections.Immutable;
using System.Text.Json;

namespace LeadDesk.App.Api;

/// <summary>The names of an enumeration as they travel: camelCase, exactly as written in the contract.</summary>
public static class WireName
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static ImmutableArray<string> All<TEnum>()
        where TEnum : struct, Enum => Names<TEnum>.Values.Keys.OrderBy(k => Names<TEnum>.Values[k]).ToImmutableArray();

    public static TEnum? Read<TEnum>(string text)
        where TEnum : struct, Enum => Names<TEnum>.Values.TryGetValue(text, out var value) ? value : null;

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly ImmutableDictionary<string, TEnum> Values = Enum.GetValues<TEnum>().ToImmutableDictionary(Of, v => v, StringComparer.Ordinal);
    }
}

using System.Globalization;

namespace LeadDesk.App.Desk;

/// <summary>Caller, route and key in one, and a hash of the request's body.</summary>
public sealed record RetryKey(string Scope, string Body)
{
    /// <summary>The key of one item of a batch that came with one key.</summary>
    public RetryKey Part(int index) => this with { Scope = string.Create(CultureInfo.InvariantCulture, $"{Scope}#{index}") };
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;

namespace LeadDesk.App.Account;

/// <summary>
/// Over https every cookie of ours carries the prefix __Host-, and no other is heard, so that no neighbouring host can plant one; plain http
/// knows no such thing. Everything behind it, the framework's own too, reads and writes the plain names.
/// </summary>
public static class HostCookies
{
    public const string Prefix = "__Host-";

    internal static Task Wear(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps)
        {
            context.Features.Set<IRequestCookiesFeature>(new RequestCookiesFeature(new Heard(context.Request.Cookies)));
            context.Features.Set<IResponseCookiesFeature>(new Answered(new Told(context.Response.Cookies)));
        }

        return next(context);
    }

    private static bool Wears(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    private sealed class Heard(IRequestCookieCollection all) : IRequestCookieCollection
    {
        public int Count => Keys.Count;

        public ICollection<string> Keys => [.. all.Keys.Where(Wears).Select(k => k[Prefix.Length..])];

        public string? this[string key] => all[Prefix + key];

        public bool ContainsKey(string key) => all.ContainsKey(Prefix + key);

        public bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => all.TryGetValue(Prefix + key, out value);

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
            all.Where(c => Wears(c.Key)).Select(c => KeyValuePair.Create(c.Key[Prefix.Length..], c.Value)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class Answered(IResponseCookies cookies) : IResponseCookiesFeature
    {
        public IResponseCookies Cookies => cookies;
    }

    /// <summary>A browser takes a cookie of this prefix only if it is Secure, for the whole host and for no other.</summary>
    private sealed class Told(IResponseCookies all) : IResponseCookies
    {
        public void Append(string key, string value) => Append(key, value, new());

        public void Append(string key, string value, CookieOptions options) => all.Append(Prefix + key, value, Fit(options));

        public void Delete(string key) => Delete(key, new());

        public void Delete(string key, CookieOptions options) => all.Delete(Prefix + key, Fit(options));

        private static CookieOptions Fit(CookieOptions options) => new(options) { Secure = true, Path = "/", Domain = null };
    }
}

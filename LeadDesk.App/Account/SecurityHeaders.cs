using System.Security.Cryptography;

namespace LeadDesk.App.Account;

/// <summary>What every answer tells the browser not to do.</summary>
public static class SecurityHeaders
{
    private static readonly object Key = new();

    /// <summary>The one inline script that is ours, the import map, carries this number; it is new for each answer.</summary>
    public static string NonceOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Items[Key] is not string nonce)
        {
            context.Items[Key] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        }

        return nonce;
    }

    internal static Task Add(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(
            static state =>
            {
                Fill((HttpContext)state);
                return Task.CompletedTask;
            },
            context);
        return next(context);
    }

    private static void Fill(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.ContentSecurityPolicy = PolicyOf(context);
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }
    }

    /// <summary>Scripts and styles come from our own files or bear the number; attributes that hold either do nothing. What scripts set on an element's style is not meant by it.</summary>
    private static string PolicyOf(HttpContext context)
    {
        var nonce = context.Items[Key] is string n ? $" 'nonce-{n}'" : "";
        return $"default-src 'self'; script-src 'self'{nonce}; script-src-attr 'none'; style-src 'self'{nonce}; style-src-attr 'none'; img-src 'self' data: blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
    }
}

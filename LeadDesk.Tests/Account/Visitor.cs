using System.Net;
using System.Text.RegularExpressions;

namespace LeadDesk.Tests.Account;

/// <summary>A browser without eyes: keeps cookies, follows no redirect, fills in forms.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient http;

    /// <summary>Over https it trusts the certificate with this thumbprint, and no other.</summary>
    public Visitor(string url, string? thumbprint = null)
    {
        var door = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies };
        door.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == thumbprint;
        http = new(door) { BaseAddress = new(url) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.StatusCode;
    }

    public async Task SignOutAsync() => (await PostAsync("/sign-out", await FieldsAsync("/sign-out"))).Dispose();

    /// <summary>A call as a program makes it.</summary>
    public async Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, string? token = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Accept.Clear();
        request.Headers.Accept.ParseAdd("application/json");
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await http.SendAsync(request);
    }

    public Task<HttpResponseMessage> SignInAsync(App.Account.Account person, string password = DoorHost.Password, string? returnUrl = null) =>
        SignInAsync(person.Email!, password, returnUrl);

    public async Task<HttpResponseMessage> SignInAsync(string email, string password, string? returnUrl = null)
    {
        var path = "/sign-in" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl));
        return await PostAsync(path, await FieldsAsync(path), ("email", email), ("password", password));
    }

    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> hidden, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return await http.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>The hidden fields of the page's first form.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> FieldsAsync(string path)
    {
        var page = await http.GetStringAsync(new Uri(path, UriKind.Relative));
        var form = page[page.IndexOf("<form", StringComparison.Ordinal)..page.IndexOf("</form>", StringComparison.Ordinal)];
        return [.. Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)))];
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Hidden();
}

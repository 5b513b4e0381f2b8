using System.Net;
using LeadDesk.Tests.Browser;
using Xunit;

namespace LeadDesk.Tests.Shell;

public sealed class PagesTests
{
    [Fact]
    public async Task The_gallery_is_for_development_only()
    {
        await using var host = new AppHost();
        host.StartServer();
        using var client = host.CreateClient();
        var answer = await client.GetAsync(new Uri("/gallery/desk/normal", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("dark", "data-theme=\"dark\"")]
    [InlineData("\"><script>", "data-theme=\"auto\"")]
    public async Task The_theme_stands_in_the_first_byte(string cookie, string expected)
    {
        await using var host = new AppHost();
        host.StartServer();
        using var client = host.CreateClient();
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        ask.Headers.Add("Cookie", "leaddesk-theme=" + Uri.EscapeDataString(cookie));
        var answer = await client.SendAsync(ask);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

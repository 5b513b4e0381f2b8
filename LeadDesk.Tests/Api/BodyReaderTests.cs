using System.Text;
using LeadDesk.App.Api;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LeadDesk.Tests.Api;

public sealed class BodyReaderTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/merge-patch+json")]
    public async Task JSON_is_read(string contentType)
    {
        var body = await Read("""{ "a": 1 }""", contentType);
        Assert.Null(body.Problem);
        Assert.Equal(1, body.Json!.Value.GetProperty("a").GetInt32());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(";;;")]
    public async Task Another_content_type_is_415_and_the_raw_body_is_kept(string? contentType)
    {
        var body = await Read("""{ "a": 1 }""", contentType);
        Assert.Equal(415, body.Problem!.Status);
        Assert.Equal(10, body.Raw.Length);
    }

    [Fact]
    public async Task Malformed_JSON_is_400_and_says_where()
    {
        var body = await Read("{\n  \"a\": nope\n}");
        Assert.Equal(400, body.Problem!.Status);
        Assert.Contains("line 2, position 9", body.Problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_much_is_413_whether_announced_or_not(bool announced)
    {
        var sound = "\"" + new string('x', 98) + "\"";
        Assert.Null((await Read(sound, max: 100, announced: announced)).Problem);
        Assert.Equal(413, (await Read(sound + " ", max: 100, announced: announced)).Problem!.Status);
    }

    [Fact]
    public async Task An_empty_body_is_allowed_only_where_said()
    {
        Assert.Equal(400, (await Read("")).Problem!.Status);
        var allowed = await Read("", contentType: null, emptyAllowed: true);
        Assert.Null(allowed.Problem);
        Assert.Null(allowed.Json);
    }

    private static Task<JsonBody> Read(string body, string? contentType = "application/json", int max = BodyReader.OneMebibyte, bool emptyAllowed = false, bool announced = true)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(bytes);
        request.ContentType = contentType;
        request.ContentLength = announced ? bytes.Length : null;
        return BodyReader.ParseAsync(request, max, emptyAllowed);
    }
}

using System.Text.Json;
using LeadDesk.App.Api;
using LeadDesk.Domain.Intake;
using LeadDesk.Tests.Make;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Intake;

public sealed class EmailTextTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(" Kim@Example.COM ", "kim@example.com")]
    [InlineData("kim.o'neil+ring@mail.example.co.uk", "kim.o'neil+ring@mail.example.co.uk")]
    [InlineData("ä@ö.example", "ä@ö.example")]
    public void Usable_addresses_are_compared_in_lower_case(string text, string normal) => Assert.Equal(normal, EmailText.Normal(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("pat.example.com")]
    [InlineData("a@b")]
    [InlineData("a@@example.com")]
    [InlineData("a@example.")]
    [InlineData("a@example..com")]
    [InlineData("a b@example.com")]
    [InlineData("\"a b\"@example.com")]
    [InlineData("a@-example.com")]
    [InlineData("a@exa_mple.com")]
    [InlineData("a\r\nBcc: x@example.com")]
    [InlineData("Kim <kim@example.com>")]
    public void Other_texts_are_not_usable(string? text) => Assert.Null(EmailText.Normal(text));

    [Fact]
    public void Length_has_its_limits()
    {
        Assert.NotNull(EmailText.Normal(new string('a', 64) + "@example.com"));
        Assert.Null(EmailText.Normal(new string('a', 65) + "@example.com"));
        Assert.Null(EmailText.Normal("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".com"));
    }

    [Fact]
    public void The_published_addresses_are_told_apart_to_the_practical_bar()
    {
        if (SharedData.Find("data/vectors/email/isemail.json") is not { } file)
        {
            output.WriteLine("skipped: no published addresses beside the repository");
            return;
        }

        var cases = JsonText.Parse(File.ReadAllBytes(file)).Json!.Value.EnumerateArray()
            .Select(c => (Address: c.GetProperty("address").GetString()!, Category: c.GetProperty("category").GetString()!)).ToList();
        var valid = cases.Where(c => c.Category is "ISEMAIL_VALID_CATEGORY" or "ISEMAIL_DNSWARN" && c.Address.Split('@')[^1].Contains('.', StringComparison.Ordinal)).ToList();
        var invalid = cases.Where(c => c.Category == "ISEMAIL_ERR").ToList();
        var missed = valid.Where(c => EmailText.Normal(c.Address) is null).ToList();
        var taken = invalid.Where(c => EmailText.Normal(c.Address) is not null).ToList();
        output.WriteLine($"{cases.Count} addresses: {valid.Count - missed.Count} of {valid.Count} deliverable ones taken, {taken.Count} of {invalid.Count} wrong ones taken");
        output.WriteLine(JsonSerializer.Serialize(missed.Concat(taken).Select(c => c.Address)));
        Assert.Empty(missed);
        Assert.Empty(taken);
    }
}

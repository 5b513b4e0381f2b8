using LeadDesk.Domain.Intake;
using LeadDesk.Tests.Make;
using Xunit;
using Xunit.Abstractions;

namespace LeadDesk.Tests.Intake;

public sealed class PhoneTextTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("+1 (555) 000-0000", "+15550000000")]
    [InlineData("0044 20 7946 0018", "+442079460018")]
    [InlineData("030/901820", "030901820")]
    [InlineData("555.0100", "5550100")]
    [InlineData("\u202a+49\u00a030\u2013901820\u202c", "+4930901820")]
    [InlineData("+1 (555) 000-0000 ext. 99999", "+15550000000")]
    [InlineData("555 0100 x12", "5550100")]
    [InlineData("٠٣٠١٢٣٤٥", "03012345")]
    public void Numbers_are_compared_by_their_digits(string text, string normal) => Assert.Equal(normal, PhoneText.Normal(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("call me")]
    [InlineData("1-800-FLOWERS")]
    [InlineData("1234")]
    [InlineData("1234567890123456")]
    [InlineData("12+34567")]
    [InlineData("++1234567")]
    [InlineData("1e309")]
    public void Other_texts_are_no_numbers(string? text) => Assert.Null(PhoneText.Normal(text));

    [Fact]
    public void The_published_numbers_keep_their_digits_however_they_are_written()
    {
        if (SharedData.Find("data/vectors/phone/libphonenumber-examples.csv") is not { } file)
        {
            output.WriteLine("skipped: no published numbers beside the repository");
            return;
        }

        var numbers = File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Where(c => c.Length == 5).Select(c => (National: c[3], Full: c[4])).ToList();
        var wrong = numbers.Where(n => PhoneText.Normal(n.Full) != n.Full
            || PhoneText.Normal("00" + n.Full[1..]) != n.Full
            || PhoneText.Normal($"{n.Full[..3]} ({n.Full[3..5]}) {n.Full[5..]}") != n.Full).ToList();
        var shortOnes = numbers.Where(n => PhoneText.Normal(n.National) != n.National).ToList();
        output.WriteLine($"{numbers.Count} numbers: {numbers.Count - wrong.Count} right with their country code, {numbers.Count - shortOnes.Count} right without");
        output.WriteLine(string.Join(' ', wrong.Concat(shortOnes)));
        Assert.Empty(wrong);
        Assert.All(shortOnes, n => Assert.True(n.National.Length < 5 || n.National.StartsWith("00", StringComparison.Ordinal), n.National));
    }
}

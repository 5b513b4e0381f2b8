namespace LeadDesk.Tests.Make;

/// <summary>Texts that have broken programs before.</summary>
public static class NastyTexts
{
    public static IReadOnlyList<string> All { get; } =
    [
        "", " ", "\t", "\0", "a\0b", "\ud800", "\udc00x", "x\ud83d", "\ud83d\ude00", "\uffff", "\ufeff", "\u202etxt.exe", "e\u0301", "\\u0000", "\\ud800", "\\", "\"", "\\\"",
        "=1+1", "+1+cmd|' /C calc'!A0", "@SUM(1)", "a\r\nBcc: x@example.com", "<script>x</script>", "{{7*7}}", "' OR 1=1--", "../../etc/passwd", "NaN", "1e309", "-0",
        "9007199254740993", "2026-02-30", "0000-00-00", "9999-99-99T99:99:99Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "a@b", "@", "a@" + new string('b', 300) + ".com",
        "\"a b\"@example.com", "ä@ö.example", "+1 (555) 000-0000 ext. 99999", "++++", "00", "+00", new string('x', 65_536), new string('9', 400), new string('\ud800', 300),
    ];
}

using System.Globalization;

namespace LeadDesk.App.Account;

/// <summary>The one or two letters that stand for a name.</summary>
public static class Initials
{
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length == 0 ? "" : StringInfo.GetNextTextElement(words[0]);
        return (words.Length < 2 ? first : first + StringInfo.GetNextTextElement(words[^1])).ToUpper(CultureInfo.CurrentCulture);
    }
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Tests.Make;

/// <summary>
/// Anything of the Domain as text, field by field and private ones too, so that two of them are equal exactly when their texts are. What is
/// only a cache or an empty place in an index is left out; unordered sets are put in order.
/// </summary>
public static class Dump
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    /// <summary>The first line in which two texts differ, with the lines around it; null when they are equal.</summary>
    public static string? Difference(string a, string b)
    {
        if (a == b)
        {
            return null;
        }

        var (left, right) = (a.Split('\n'), b.Split('\n'));
        var i = 0;
        while (i < left.Length && i < right.Length && left[i] == right[i])
        {
            i++;
        }

        string Around(string[] lines) => string.Join('\n', lines.Skip(Math.Max(0, i - 12)).Take(16));
        return $"line {i}:\n--- one\n{Around(left)}\n--- other\n{Around(right)}";
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                return;
            case string s:
                text.Append('"').Append(s.Replace("\n", "\\n", StringComparison.Ordinal)).Append('"');
                return;
            case DateTimeOffset at:
                text.Append(at.UtcTicks.ToString(CultureInfo.InvariantCulture));
                return;
            case LanePlan plan:
                Write(text, plan.Plan, depth);
                return;
            case OpeningHours hours:
                Write(text, (hours.IsAlways, hours.TimeZone, hours.Week, hours.Holidays), depth);
                return;
            case IFormattable plain when value.GetType().IsPrimitive || value is Enum or Guid or DateOnly or TimeSpan or decimal or Int128:
                text.Append(plain.ToString(value is decimal ? "0.############" : null, CultureInfo.InvariantCulture));
                return;
            case bool yes:
                text.Append(yes);
                return;
        }

        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Memory<,>))
        {
            Write(text, type.GetProperty("All")!.GetValue(value), depth);
        }
        else if (value is IDictionary pairs)
        {
            WritePairs(text, pairs, depth);
        }
        else if (value is IEnumerable items)
        {
            WriteItems(text, items, depth);
        }
        else
        {
            WriteFields(text, value, depth);
        }
    }

    private static void WritePairs(StringBuilder text, IDictionary pairs, int depth)
    {
        var entries = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry pair in pairs)
        {
            var item = new StringBuilder();
            Write(item, pair.Value, depth + 1);
            if (!IsNothing(item.ToString()))
            {
                entries[Of(pair.Key).Replace("\n", " ", StringComparison.Ordinal)] = item.ToString();
            }
        }

        text.Append('{');
        foreach (var (key, item) in entries)
        {
            NewLine(text, depth).Append(key).Append(" -> ").Append(item);
        }

        text.Append('}');
    }

    private static void WriteItems(StringBuilder text, IEnumerable items, int depth)
    {
        text.Append('[');
        if (items.GetType().GetProperty("IsDefault")?.GetValue(items) is not true)
        {
            foreach (var item in items)
            {
                NewLine(text, depth);
                Write(text, item, depth + 1);
            }
        }

        text.Append(']');
    }

    private static void WriteFields(StringBuilder text, object value, int depth)
    {
        text.Append(value.GetType().Name).Append('(');
        for (var type = value.GetType(); type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Fields).OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                NewLine(text, depth).Append(field.Name.Split('>')[0].TrimStart('<')).Append(": ");
                Write(text, field.GetValue(value), depth + 1);
            }
        }

        text.Append(')');
    }

    private static StringBuilder NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth + 1);

    /// <summary>A counter at nought, or a place in an index where nothing stands.</summary>
    private static bool IsNothing(string text) => text is "0" or "[]" || (text.StartsWith("Backlog(", StringComparison.Ordinal) && text.Contains("Count: 0", StringComparison.Ordinal));
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Tests.Floor;

/// <summary>A floor written out in one canonical way, so that two floors can be compared to the last field.</summary>
internal static class Story
{
    public static string Of(SalesFloor floor)
    {
        var text = new StringBuilder();
        Write(text, floor, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                return;
            case string or Enum or bool or Guid:
                text.Append(value);
                return;
            case DateTimeOffset at:
                text.Append(at.UtcTicks);
                return;
            case IFormattable number when value.GetType().IsPrimitive || value is decimal or Int128 or DateOnly or TimeSpan:
                text.Append(number.ToString(null, CultureInfo.InvariantCulture));
                return;
            case LanePlan plan:
                Write(text, plan.Plan.Lanes, depth);
                return;
            case LeadLine line:
                Write(text, line.From(DateTimeOffset.MaxValue), depth);
                return;
            case LeadDesk.Domain.Clocks.OpeningHours hours:
                text.Append(hours.TimeZone).Append(hours.GetHashCode());
                return;
        }

        if (value.GetType() is { IsValueType: true, IsGenericType: true } type && type.GetProperty("IsDefault")?.GetValue(value) is true)
        {
            text.Append("[]");
            return;
        }

        if (value is IEnumerable items)
        {
            var sorted = value.GetType().Name.StartsWith("ImmutableDictionary", StringComparison.Ordinal) || value.GetType().Name.StartsWith("ImmutableHashSet", StringComparison.Ordinal);
            var parts = items.Cast<object?>().Select(Text);
            text.Append('[').AppendJoin(";", sorted ? parts.Order(StringComparer.Ordinal) : parts).Append(']');
            return;
        }

        text.Append('{');
        foreach (var property in value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract").OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            text.Append(property.Name).Append('=');
            Write(text, property.GetValue(value), depth + 1);
            text.Append(',');
        }

        text.Append('}');

        string Text(object? item)
        {
            var part = new StringBuilder();
            Write(part, item, depth + 1);
            return part.ToString();
        }
    }
}

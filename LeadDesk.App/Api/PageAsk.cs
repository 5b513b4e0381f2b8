using System.Globalization;

namespace LeadDesk.App.Api;

/// <summary>Which part of a long list is wanted: so many items at the most, from behind the one that the page before ended with. After null = from the beginning.</summary>
internal readonly record struct PageAsk(int Limit, long? After)
{
    /// <summary>Reads ?limit= and ?after=; what is wrong with them is added to the errors.</summary>
    public static PageAsk Read(FieldErrors errors, string? limit, string? after, int usual, int most)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var items = usual;
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out items) || items < 1 || items > most))
        {
            errors.Add("limit", $"1 to {most} is allowed.");
        }

        if (after is null)
        {
            return new(items, null);
        }

        if (!long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var from))
        {
            errors.Add("after", "must be the `next` of the page before.");
        }

        return new(items, from);
    }
}

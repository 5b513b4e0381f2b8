namespace LeadDesk.App.Shell;

/// <summary>How places are drawn: one segment each up to twelve, beyond that twelve in proportion.</summary>
public static class PlacesSegments
{
    private const int Most = 12;

    public static int Count(int limit) => Math.Clamp(limit, 0, Most);

    /// <summary>Filled segments; somebody with one free place is never drawn full, and one in use is never drawn empty.</summary>
    public static int On(int used, int limit)
    {
        if (limit <= Most || used <= 0 || used >= limit)
        {
            return Math.Clamp(used, 0, Count(limit));
        }

        return Math.Clamp((int)Math.Round(Most * (double)used / limit), 1, Most - 1);
    }
}

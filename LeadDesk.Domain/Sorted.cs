using System.Collections.Immutable;

namespace LeadDesk.Domain;

/// <summary>
/// Sorted by the letters' codes. The default order is the thread's culture's, in which a key that one culture wrote may not be found by
/// another: what a floor holds is asked under every reader's culture.
/// </summary>
public static class Sorted
{
    public static ImmutableSortedDictionary<string, T> None<T>() => Of<T>.None;

    private static class Of<T>
    {
        public static readonly ImmutableSortedDictionary<string, T> None = ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
    }
}

using LeadDesk.App.Api;

namespace LeadDesk.App.Admin;

/// <summary>The file's one rule for a value: what is given counts, null means the default again, and what is not mentioned stays.</summary>
internal static class FloorFileGiven
{
    public static T Or<T>(this Fields entry, string name, T? given, T fresh, T basis)
        where T : struct => given ?? (entry.Mentions(name) ? fresh : basis);

    public static T Or<T>(this Fields entry, string name, T? given, T fresh, T basis)
        where T : class => given ?? (entry.Mentions(name) ? fresh : basis);

    public static T? OrNone<T>(this Fields entry, string name, T? given, T? basis)
        where T : struct => given ?? (entry.Mentions(name) ? null : basis);

    public static T? OrNone<T>(this Fields entry, string name, T? given, T? basis)
        where T : class => given ?? (entry.Mentions(name) ? null : basis);
}

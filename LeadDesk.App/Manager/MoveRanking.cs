using System.Collections.Immutable;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Manager;

/// <summary>
/// Ranks the people that leads may be moved to: Ready with a free place and fitting first, in their turn and by how much room they have;
/// everybody else after, with the reason.
/// </summary>
public static class MoveRanking
{
    public static IReadOnlyList<MoveChoice> Of(IEnumerable<PersonCard> people, Guid? owner, string? filter, Phrases say, int leads = 1, ImmutableArray<Fit> fits = default)
    {
        ArgumentNullException.ThrowIfNull(say);
        var known = fits.IsDefault ? [] : fits.ToDictionary(f => f.Person);
        Fit FitOf(PersonCard person) => known.GetValueOrDefault(person.Id) ?? new(person.Id, leads, null, null);
        return [.. people
            .Where(p => p.Places.Limit > 0 && p.Id != owner && (string.IsNullOrWhiteSpace(filter) || p.Name.Contains(filter.Trim(), StringComparison.CurrentCultureIgnoreCase)))
            .Select(p => (Person: p, Fit: FitOf(p)))
            .OrderBy(c => Class(c.Person, c.Fit)).ThenByDescending(c => c.Fit.Leads).ThenBy(c => c.Fit.Turn ?? int.MaxValue).ThenBy(c => (double)c.Person.Places.Used / c.Person.Places.Limit).ThenBy(c => c.Person.Name, StringComparer.CurrentCulture)
            .Select(c => new MoveChoice(c.Person.Id, c.Person.Name, Why(c.Person, c.Fit, leads, say), Math.Max(0, c.Person.Places.Limit - c.Person.Places.Used)))];
    }

    private static int Class(PersonCard person, Fit fit) => person switch
    {
        { Presence: not (Presence.Available or Presence.WithCustomer) } => 4,
        { Places: var places } when places.Used >= places.Limit => 3,
        { Presence: Presence.Available } when fit.Leads == 0 => 2,
        { Presence: Presence.WithCustomer } => 1,
        _ => 0,
    };

    private static string Why(PersonCard person, Fit fit, int leads, Phrases say)
    {
        var places = Class(person, fit) switch
        {
            0 or 2 => say["Move.Fits", person.Places.Used, person.Places.Limit],
            1 => say["Move.Busy", person.Places.Used, person.Places.Limit],
            3 => say["Move.Full", person.Places.Used, person.Places.Limit],
            _ => say["Move.Gone", say.Say(person.Presence), person.Places.Used, person.Places.Limit],
        };
        return Phrases.Line(places, Beside(person, fit, leads, say));
    }

    /// <summary>What more is to be said of who could be asked: next in turn, fits some of them, or why not.</summary>
    private static string? Beside(PersonCard person, Fit fit, int leads, Phrases say) => (Class(person, fit), fit) switch
    {
        (0, { Turn: 0 }) => say["Move.Turn"],
        (0 or 2, { Why: { } test }) when leads == 1 => say.Known($"Held.{test}"),
        (0 or 2, { Why: not null and not Test.E5 }) when fit.Leads < leads => say["Move.FitsSome", fit.Leads, leads],
        _ => null,
    };
}

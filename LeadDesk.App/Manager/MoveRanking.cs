using LeadDesk.App.Shell;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Manager;

/// <summary>Ranks the people a lead may be moved to: Ready with a free place first, by how much room they have; everybody else after, with the reason.</summary>
public static class MoveRanking
{
    public static IReadOnlyList<MoveChoice> Of(IEnumerable<PersonCard> people, Guid? owner, string? filter, Phrases say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return [.. people
            .Where(p => p.Places.Limit > 0 && p.Id != owner && (string.IsNullOrWhiteSpace(filter) || p.Name.Contains(filter.Trim(), StringComparison.CurrentCultureIgnoreCase)))
            .OrderBy(Class).ThenBy(p => (double)p.Places.Used / p.Places.Limit).ThenBy(p => p.Name, StringComparer.CurrentCulture)
            .Select(p => new MoveChoice(p.Id, p.Name, Why(p, say)))];
    }

    private static int Class(PersonCard person) => person switch
    {
        { Presence: not (Presence.Available or Presence.WithCustomer) } => 3,
        { Places: var places } when places.Used >= places.Limit => 2,
        { Presence: Presence.WithCustomer } => 1,
        _ => 0,
    };

    private static string Why(PersonCard person, Phrases say) => Class(person) switch
    {
        0 => say["Move.Fits", person.Places.Used, person.Places.Limit],
        1 => say["Move.Busy", person.Places.Used, person.Places.Limit],
        2 => say["Move.Full", person.Places.Used, person.Places.Limit],
        _ => say["Move.Gone", say.Say(person.Presence), person.Places.Used, person.Places.Limit],
    };
}

using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Tests.Make;

/// <summary>People who take leads in whichever way the method allows, at once, without choosing.</summary>
internal static class Taking
{
    /// <summary>Lets one lead find an owner among those who may have it; whoever acts first is drawn. Null = nobody can.</summary>
    public static RepId? Take(this World world, LeadId lead)
    {
        var people = world.Floor.People.Where(p => p.Terms.Role == Role.Rep).Select(p => p.Number).ToArray();
        world.Random.Shuffle(people);
        for (var asked = 0; asked <= people.Length && world.Of(lead) is { Owner: null } now; asked++)
        {
            if (now.Offer is { } offer)
            {
                world.Accept(offer.Rep, lead);
                continue;
            }

            if (people.Any(rep => world.Claim(rep, lead) is null))
            {
                world.Pass(world.Of(lead).Finish?.SettlesAt is { } settles ? settles - world.Now : TimeSpan.Zero);
                continue;
            }

            foreach (var rep in people.TakeWhile(_ => world.Of(lead).Owner is null))
            {
                world.Pull(rep, out _);
            }

            if (world.Of(lead).Owner is null && world.Floor.Plan.Find(world.Of(lead).Stay?.Lane)?.Method.Offer is Domain.Distribution.Offering.Desk)
            {
                world.Do(r => LeadLife.Assign(r, lead, people.First(p => world.Of(p).Presence == Presence.Available), force: false, null));
            }
        }

        return world.Of(lead).Owner;
    }

    /// <summary>A lead comes, is taken and done with. Answers who had it.</summary>
    public static RepId? Serve(this World world, RepId? known = null)
    {
        var lead = world.Send(known: known);
        var owner = world.Take(lead);
        if (owner is { } rep)
        {
            world.Attempt(rep, lead, world.Now.AddHours(1));
            world.Close(rep, lead);
        }

        return owner;
    }
}

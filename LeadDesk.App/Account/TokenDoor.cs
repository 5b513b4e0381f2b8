using System.Security.Claims;

namespace LeadDesk.App.Account;

/// <summary>Turns a token into its caller; null when the token or its holder may not come in.</summary>
public sealed class TokenDoor(Tokens tokens, Standing standing, PeopleDirectory people, TimeProvider time)
{
    public ClaimsPrincipal? Admit(string token)
    {
        if (tokens.Find(token) is not { } holder)
        {
            return null;
        }

        var caller = CallerOf(holder);
        if (caller is not null)
        {
            holder.Use(time.GetUtcNow());
        }

        return caller;
    }

    private ClaimsPrincipal? CallerOf(TokenHolder holder)
    {
        var badge = new Claim(CallerClaims.Token, holder.TokenId.ToString());
        return holder switch
        {
            { Person: { } person } when standing.Of(person) is { } rep => CallerClaims.OfPerson(rep, people.NameOf(rep.Number), Schemes.Bearer, badge),
            { Source: { } source } when standing.Knows(source) => CallerClaims.OfSource(source, Schemes.Bearer, badge),
            _ => null,
        };
    }
}

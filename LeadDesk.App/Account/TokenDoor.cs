using System.Security.Claims;
using LeadDesk.Domain.Floor;

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

    /// <summary>A screen's token is heard on the live hub and nowhere else.</summary>
    public ClaimsPrincipal? AdmitScreen(string token)
    {
        if (tokens.Find(token) is not { IsScreen: true } holder)
        {
            return null;
        }

        holder.Use(time.GetUtcNow());
        return CallerClaims.OfScreen(holder.TokenId, Schemes.Bearer);
    }

    /// <summary>Whether this token opens the wall: a screen's own, or that of a person who is a wallboard.</summary>
    public bool OpensWall(string token)
    {
        var opens = tokens.Find(token) is { } holder && (holder.IsScreen || (holder.Person is { } person && standing.Of(person) is { Terms.Role: Role.Wallboard }));
        if (opens)
        {
            tokens.Find(token)?.Use(time.GetUtcNow());
        }

        return opens;
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

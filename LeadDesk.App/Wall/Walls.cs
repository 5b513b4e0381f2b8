using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Desk.Commands;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Wall;

/// <summary>Hands out the links of wallboards and takes them back: the log says who did, the token opens or ends at once.</summary>
public sealed class Walls(DeskLoop desk, Tokens tokens)
{
    public const int LongestName = 60;

    public static string PathOf(string token) => "/wall/" + token;

    /// <summary>The token is there when the answer is done; it is told this once.</summary>
    public async Task<(Answer Answer, NewToken? Made)> HangAsync(Actor actor, string name, CancellationToken cancel = default)
    {
        var made = await tokens.MakeForScreenAsync(name);
        var answer = await desk.SendAsync(new HangWall(actor, made.Id, Up: true), cancel);
        if (answer.IsDone)
        {
            return (answer, made);
        }

        await tokens.RevokeScreenAsync(made.Id);
        return (answer, null);
    }

    /// <summary>Null where there is no such link.</summary>
    public async Task<Answer?> TakeDownAsync(Actor actor, Guid screen, CancellationToken cancel = default) =>
        await tokens.RevokeScreenAsync(screen) ? await desk.SendAsync(new HangWall(actor, screen, Up: false), cancel) : null;
}

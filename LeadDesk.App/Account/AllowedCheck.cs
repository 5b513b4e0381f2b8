using Microsoft.AspNetCore.Authorization;

namespace LeadDesk.App.Account;

/// <summary>Asks the floor, each time, whether the caller is let through.</summary>
public sealed class AllowedCheck(Standing standing) : AuthorizationHandler<Allowed>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Allowed requirement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(requirement);
        var through = context.User.Account() is { } person
            ? standing.Of(person) is { } rep && requirement.Suits(rep)
            : context.User.ScreenToken() is not null ? requirement.Screens
            : requirement.Sources && context.User.Caller().Source is { } source && standing.Knows(source);
        if (through)
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

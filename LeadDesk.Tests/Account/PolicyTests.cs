using System.Security.Claims;
using LeadDesk.App.Account;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>Who may enter what, by the role on the floor.</summary>
public sealed class PolicyTests(DoorHost host) : IClassFixture<DoorHost>
{
    [Theory]
    [InlineData(Role.Rep, false, Policies.Person, Policies.Reps, Policies.Anybody)]
    [InlineData(Role.Store, false, Policies.Person, Policies.Reps, Policies.Anybody)]
    [InlineData(Role.Manager, false, Policies.Person, Policies.Managers, Policies.Anybody)]
    [InlineData(Role.Manager, true, Policies.Person, Policies.Reps, Policies.Managers, Policies.Anybody)]
    [InlineData(Role.Admin, false, Policies.Person, Policies.Managers, Policies.Admins, Policies.Anybody)]
    [InlineData(Role.Admin, true, Policies.Person, Policies.Reps, Policies.Managers, Policies.Admins, Policies.Anybody)]
    [InlineData(Role.Wallboard, false, Policies.Person, Policies.Anybody)]
    public async Task A_role_opens_its_own_doors(Role role, bool takesLeads, params string[] open)
    {
        var person = await host.PersonAsync("ned", token: "token-of-ned-for-policies-00");
        await host.PutAsync(person, new RepTerms { Role = role, TakesLeads = takesLeads });

        Assert.Equal(open, await OpenAsync(Admit("token-of-ned-for-policies-00")));
    }

    [Fact]
    public async Task A_source_only_sends()
    {
        await host.PutSourcesAsync("site");
        await host.Get<Tokens>().SetForSourceAsync("site", "token-of-site-for-policies-0");

        var caller = Admit("token-of-site-for-policies-0");

        Assert.Equal([Policies.Sources, Policies.Anybody], await OpenAsync(caller));
        Assert.Equal(new Caller(null, "site"), caller.Caller());
    }

    [Fact]
    public async Task A_new_role_acts_at_once_on_a_badge_made_before()
    {
        var olga = await host.PersonAsync("olga", Role.Manager, "token-of-olga-for-policies-0");
        var badge = Admit("token-of-olga-for-policies-0");
        Assert.Contains(await OpenAsync(badge), p => p == Policies.Managers);

        await host.PutAsync(olga, new RepTerms { Role = Role.Rep });

        Assert.Equal([Policies.Person, Policies.Reps, Policies.Anybody], await OpenAsync(badge));
        Assert.Equal(new Caller(new RepId(olga.Number), null), badge.Caller());
    }

    [Fact]
    public async Task A_stranger_enters_nothing() => Assert.Empty(await OpenAsync(new ClaimsPrincipal(new ClaimsIdentity())));

    [Fact]
    public async Task There_is_an_admin_only_while_one_can_come_in()
    {
        Assert.False(host.Get<Standing>().AnyAdmin);
        var pam = await host.PersonAsync("pam", Role.Admin);
        Assert.True(host.Get<Standing>().AnyAdmin);

        await host.Get<Accounts>().SetDisabledAsync(pam.Id, true);

        Assert.False(host.Get<Standing>().AnyAdmin);
    }

    [Fact]
    public void Every_page_says_who_may_open_it()
    {
        var pages = typeof(Policies).Assembly.GetTypes().Where(t => t.IsDefined(typeof(RouteAttribute), inherit: false)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, p => Assert.True(
            p.IsDefined(typeof(AllowAnonymousAttribute), inherit: true) || p.GetCustomAttributes(typeof(AuthorizeAttribute), inherit: true).Cast<AuthorizeAttribute>().Any(a => a.Policy is not null),
            $"{p.Name} says nothing."));
    }

    [Fact]
    public void Every_endpoint_says_who_may_call_it()
    {
        var silent = host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && !e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null))
            .Select(e => e.RoutePattern.RawText!)
            .Where(r => !r.TrimStart('/').StartsWith('_') && r != "{**path:file}");

        Assert.Empty(silent);
    }

    private ClaimsPrincipal Admit(string token) => host.Get<TokenDoor>().Admit(token)!;

    private async Task<string[]> OpenAsync(ClaimsPrincipal caller)
    {
        var open = new List<string>();
        foreach (var policy in new[] { Policies.Person, Policies.Reps, Policies.Managers, Policies.Admins, Policies.Sources, Policies.Anybody })
        {
            if ((await host.Get<IAuthorizationService>().AuthorizeAsync(caller, policy)).Succeeded)
            {
                open.Add(policy);
            }
        }

        return [.. open];
    }
}

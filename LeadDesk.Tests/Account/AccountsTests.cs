using LeadDesk.App.Account;
using LeadDesk.App.Store;
using LeadDesk.Tests.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>How accounts come to be, on a real store.</summary>
public sealed class AccountsTests : IAsyncLifetime, IDisposable
{
    private readonly TempStore store = new();
    private readonly HandTime time = new();
    private readonly Passwords passwords = new(new PasswordHasher<App.Account.Account>(Options.Create(new PasswordHasherOptions { IterationCount = 10 })));
    private readonly Pen pen;
    private readonly PeopleDirectory people;
    private readonly Tokens tokens;
    private readonly Accounts accounts;

    public AccountsTests()
    {
        pen = new(store, store.Turn);
        people = new(pen);
        tokens = new(pen, time);
        accounts = new(pen, passwords, people, tokens);
    }

    public Task InitializeAsync() => store.InitializeAsync();

    public Task DisposeAsync() => store.DisposeAsync();

    public void Dispose() => passwords.Dispose();

    [Fact]
    public async Task People_are_numbered_from_one_in_order_and_found_again_by_address_without_case()
    {
        var made = await accounts.ProvisionManyAsync([new("Ada", "ada@shop.example"), new("Bob", "bob@shop.example"), new("Ada L.", "ADA@shop.example")]);
        var later = await accounts.ProvisionManyAsync([new("Cy", "cy@shop.example"), new("Bobby", " Bob@Shop.example ")]);

        Assert.Equal([1, 2, 1], made.Select(a => a.Number));
        Assert.Equal([3, 2], later.Select(a => a.Number));
        Assert.Equal(made[1].Id, later[1].Id);
        Assert.Equal("Ada L., Bobby, Cy", string.Join(", ", people.All.Select(p => p.Name)));
        Assert.Equal("Bobby", people.NameOf(new(2)));
        Assert.Equal("", people.NameOf(new(9)));
        Assert.Equal(3, await pen.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_secret_that_is_not_given_stays()
    {
        await accounts.ProvisionAsync("Ada", "ada@shop.example", "a-password-of-ada", "token-of-ada-000000000000", "1234");

        var ada = await accounts.ProvisionAsync("Ada", "ada@shop.example");

        Assert.NotNull(await accounts.CheckPasswordAsync("Ada@shop.example", "a-password-of-ada"));
        Assert.Null(await accounts.CheckPasswordAsync("ada@shop.example", "another"));
        Assert.True(await accounts.CheckPinAsync(ada.Id, "1234"));
        Assert.False(await accounts.CheckPinAsync(ada.Id, "4321"));
        Assert.Equal(ada.Id, tokens.Find("token-of-ada-000000000000")?.Person);
    }

    [Fact]
    public async Task An_address_that_changes_hands_in_the_directory_leads_to_one_person_only()
    {
        var ada = await accounts.ProvisionAsync("Ada", "ada@shop.example");

        people.Put(people.Find(ada.Id)! with { Email = "ada.l@shop.example" });

        Assert.Null(people.FindByEmail("ada@shop.example"));
        Assert.Equal(ada.Id, people.FindByEmail("ada.l@shop.example")?.Id);
    }

    [Fact]
    public async Task An_import_that_fails_leaves_nothing_behind()
    {
        await accounts.ProvisionAsync("Ada", "ada@shop.example", token: "token-of-ada-000000000000");

        await Assert.ThrowsAsync<InvalidOperationException>(() => accounts.ProvisionManyAsync([new("Bob", "bob@shop.example"), new("Cy", "cy@shop.example", Token: "token-of-ada-000000000000")]));

        Assert.Single(people.All);
        Assert.Equal(1, await pen.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_password_that_nobody_has_never_fits()
    {
        await accounts.ProvisionAsync("Ada", "ada@shop.example");

        Assert.Null(await accounts.CheckPasswordAsync("ada@shop.example", ""));
        Assert.Null(await accounts.CheckPasswordAsync("nobody@shop.example", ""));
    }
}

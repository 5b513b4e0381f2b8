using LeadDesk.App.Account;
using LeadDesk.App.Live;
using LeadDesk.Tests.Account;
using Xunit;

namespace LeadDesk.Tests.Live;

/// <summary>Who may listen at the hub, and for how long.</summary>
public sealed class HubDoorTests(DoorHost host) : IClassFixture<DoorHost>
{
    [Fact]
    public async Task A_hub_connection_ends_with_its_token()
    {
        var fay = await host.PersonAsync("fay");
        var token = await host.Get<Tokens>().MakeAsync(fay.Id, "listener");
        var there = Counted(fay.Number, come: true);
        await using var hub = await RawHub.ConnectAsync(Address(token.Token));
        await there;

        await host.Get<Tokens>().RevokeAsync(token.Id);

        await hub.UntilClosedAsync();
    }

    [Fact]
    public async Task A_hub_connection_ends_with_its_person()
    {
        var gil = await host.PersonAsync("gil", token: "token-of-gil-for-the-hub-000");
        var (there, gone) = (Counted(gil.Number, come: true), Counted(gil.Number, come: false));
        await using var hub = await RawHub.ConnectAsync(Address("token-of-gil-for-the-hub-000"));
        await there;

        await host.Get<Accounts>().SetDisabledAsync(gil.Id, true);

        await hub.UntilClosedAsync();
        await gone;
    }

    [Fact]
    public async Task A_source_may_not_listen()
    {
        await host.PutSourcesAsync("form");
        await host.Get<Tokens>().SetForSourceAsync("form", "token-of-form-for-the-hub-00");

        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => RawHub.ConnectAsync(Address("token-of-form-for-the-hub-00")));
    }

    [Fact]
    public async Task Whoever_has_too_many_open_is_refused_in_words_and_everybody_else_is_served()
    {
        var ivy = await host.PersonAsync("ivy", token: "token-of-ivy-for-the-hub-000");
        await host.PersonAsync("jon", token: "token-of-jon-for-the-hub-000");
        var open = new List<RawHub>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!host.Get<Connections>().IsFull(new(ivy.Number)))
        {
            limit.Token.ThrowIfCancellationRequested();
            if (open.Count < Connections.MostEach)
            {
                open.Add(await RawHub.ConnectAsync(Address("token-of-ivy-for-the-hub-000")));
            }
            else
            {
                await Task.Yield();
            }
        }

        using var http = new HttpClient { BaseAddress = new Uri(host.Url) };
        using var refused = await http.PostAsync(new Uri("/hubs/desk/negotiate?negotiateVersion=1&access_token=token-of-ivy-for-the-hub-000", UriKind.Relative), null);
        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("Close some of them", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        for (var i = 0; i < 450; i++)
        {
            await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => RawHub.ConnectAsync(Address("token-of-ivy-for-the-hub-000")));
        }

        using var visitor = host.Visit();
        (await visitor.SignInAsync(ivy)).Dispose();
        using var page = await visitor.GetAsync("/desk");
        Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.Contains("You have too many pages open", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var other = await RawHub.ConnectAsync(Address("token-of-jon-for-the-hub-000"));
        var gone = Counted(ivy.Number, come: false);
        foreach (var hub in open)
        {
            await hub.DisposeAsync();
        }

        await gone;
        await using var again = await RawHub.ConnectAsync(Address("token-of-ivy-for-the-hub-000"));
    }

    /// <summary>The handshake is answered before the connection is counted: whoever ends it at once ends nothing yet.</summary>
    private Task Counted(int person, bool come)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Get<Connections>().Changed += (rep, on) =>
        {
            if (rep.Number == person && on == come)
            {
                seen.TrySetResult();
            }
        };
        return seen.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private string Address(string token) => $"{host.Url}/hubs/desk?access_token={token}";
}

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

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
        var there = new TaskCompletionSource();
        host.Get<Connections>().Changed += (rep, on) =>
        {
            if (rep.Number == fay.Number && on)
            {
                there.TrySetResult();
            }
        };
        await using var hub = await RawHub.ConnectAsync(Address(token.Token));

        // The handshake is answered before the connection is counted.
        await there.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await host.Get<Tokens>().RevokeAsync(token.Id);

        await hub.UntilClosedAsync();
    }

    [Fact]
    public async Task A_hub_connection_ends_with_its_person()
    {
        var gil = await host.PersonAsync("gil", token: "token-of-gil-for-the-hub-000");
        var gone = new TaskCompletionSource();
        host.Get<Connections>().Changed += (rep, on) =>
        {
            if (rep.Number == gil.Number && !on)
            {
                gone.TrySetResult();
            }
        };
        await using var hub = await RawHub.ConnectAsync(Address("token-of-gil-for-the-hub-000"));

        await host.Get<Accounts>().SetDisabledAsync(gil.Id, true);

        await hub.UntilClosedAsync();
        await gone.Task;
    }

    [Fact]
    public async Task A_source_may_not_listen()
    {
        await host.PutSourcesAsync("form");
        await host.Get<Tokens>().SetForSourceAsync("form", "token-of-form-for-the-hub-00");

        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => RawHub.ConnectAsync(Address("token-of-form-for-the-hub-00")));
    }

    private string Address(string token) => $"{host.Url}/hubs/desk?access_token={token}";
}

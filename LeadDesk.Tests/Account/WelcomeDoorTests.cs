using System.Net;
using LeadDesk.App.Account;
using LeadDesk.App.Desk;
using LeadDesk.App.Welcome;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LeadDesk.Tests.Account;

/// <summary>Who may set up a floor on which nobody is.</summary>
public sealed class WelcomeDoorTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:5080", null, true)]
    [InlineData("::1", "[::1]:5080", null, true)]
    [InlineData("127.0.0.1", "127.0.0.1", null, true)]
    [InlineData("192.168.1.7", "localhost", null, false)]
    [InlineData("127.0.0.1", "leads.example.com", null, false)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "localhost", "Via", false)]
    public void Whoever_sits_at_the_machine_may_and_everybody_else_needs_the_code(string from, string host, string? proxy, bool may)
    {
        using var door = new WelcomeDoor(new CommittedFloor());
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        http.Request.Host = new(host);
        if (proxy is not null)
        {
            http.Request.Headers[proxy] = "203.0.113.9";
        }

        Assert.Equal(may, door.Opens(http, null));
        http.Request.Protocol = "HTTP/1.0";
        Assert.False(door.Opens(http, null));
        http.Request.Protocol = "HTTP/2";
        Assert.Equal(may, door.Opens(http, "23456789ABCDEFGH"));
        Assert.True(door.Opens(http, door.Code.ToLowerInvariant()));
    }

    [Fact]
    public async Task The_door_is_shut_once_somebody_is_there()
    {
        await using var host = new DoorHost();
        await host.PersonAsync("ada");
        var door = host.Get<WelcomeDoor>();

        Assert.False(door.IsNew);
        Assert.False(door.Opens(new DefaultHttpContext(), door.Code));
        Assert.Null(await door.FirstAsync(() => Task.FromResult("made")));
    }

    [Theory]
    [InlineData("Kim@Example.com", "kim@example.com")]
    [InlineData("Mia.Lund", "mia.lund")]
    [InlineData(" mia-2 ", "mia-2")]
    [InlineData("kim@", null)]
    [InlineData("m", null)]
    [InlineData(".mia", null)]
    [InlineData("mia lund", null)]
    [InlineData("", null)]
    public void A_person_signs_in_by_address_or_by_user_name(string typed, string? name) => Assert.Equal(name, LoginName.Normal(typed));
}

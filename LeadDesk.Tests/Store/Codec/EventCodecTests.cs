using System.Text;
using LeadDesk.App.Store;
using LeadDesk.App.Store.Codec;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using LeadDesk.Tests.Make;
using Xunit;

namespace LeadDesk.Tests.Store.Codec;

/// <summary>Events as bytes and back.</summary>
public sealed class EventCodecTests
{
    private const string Typed = "typed by somebody: ";

    public static TheoryData<string> Kinds => [.. EventCodec.Known.Select(t => t.FullName!)];

    [Fact]
    public void Every_event_of_the_desk_is_known()
    {
        var all = typeof(FloorEvent).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(FloorEvent)) && !t.IsAbstract);

        Assert.Equal(all.Select(t => t.Name).Order(), EventCodec.Known.Select(t => t.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_event_comes_back_as_it_was(string kind)
    {
        var type = typeof(FloorEvent).Assembly.GetType(kind)!;
        for (var seed = 0; seed < 40; seed++)
        {
            var any = new AnyValue(seed);
            var step = (FloorEvent)any.Of(type)!;
            var at = DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000 + seed);
            var stamped = new Stamped(seed + 1, at, any.Of<Actor>(), step, seed % 2 == 0 ? any.Of<Kept>() : null, seed % 3 == 0 ? Guid.NewGuid() : null);

            var back = EventCodec.Read(new StoredEvent(stamped.Seq, at.ToUnixTimeMilliseconds(), null, stamped.Actor.Via, EventCodec.ActOf(step), null, EventCodec.Write(stamped), TextOf(step)));

            var difference = Dump.Difference(Dump.Of(stamped), Dump.Of(back));
            Assert.True(difference is null, $"{kind}, seed {seed}: {difference}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Acts_are_printable_ascii(string kind)
    {
        var act = EventCodec.ActOf((FloorEvent)new AnyValue(1).Of(typeof(FloorEvent).Assembly.GetType(kind)!)!);

        Assert.All(act, c => Assert.InRange(c, '!', '~'));
    }

    [Theory]
    [InlineData(typeof(LeadEvent.Received))]
    [InlineData(typeof(LeadEvent.Relabelled))]
    [InlineData(typeof(FloorEvent.DayOpened))]
    public void What_was_typed_and_the_secret_of_the_dice_are_not_in_the_bytes(Type type)
    {
        var marked = new AnyValue(3) { Mark = Typed };
        FloorEvent step = marked.Of(type) switch
        {
            LeadEvent.Received e => e with { Source = "web" },
            LeadEvent.Relabelled e => e with { Source = "web" },
            FloorEvent e => e,
            _ => throw new InvalidOperationException(),
        };

        var bytes = Encoding.UTF8.GetString(EventCodec.Write(new Stamped(1, DateTimeOffset.UnixEpoch, Actor.Desk, step, null, null)));

        Assert.DoesNotContain(Typed, bytes, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_whose_text_was_erased_is_read_without_it()
    {
        var received = new AnyValue(3) { Mark = Typed }.Of<LeadEvent.Received>();
        var bytes = EventCodec.Write(new Stamped(1, DateTimeOffset.UnixEpoch, Actor.Desk, received, null, null));

        var back = (LeadEvent.Received)EventCodec.Read(new StoredEvent(1, 0, null, "api", "received", null, bytes, null)).Event;

        Assert.Equal(received with { Facts = Facts.None }, back);
    }

    [Fact]
    public void An_unknown_act_says_so()
    {
        var unknown = Assert.Throws<InvalidDataException>(() => EventCodec.Read(new StoredEvent(9, 0, null, null, "later", null, "{}"u8.ToArray(), null)));

        Assert.Contains("later", unknown.Message, StringComparison.Ordinal);
    }

    private static string? TextOf(FloorEvent step) => step switch
    {
        LeadEvent.Received e => PersonalTexts.WriteLead(e.Facts, LeadPerson.Erased),
        LeadEvent.Relabelled e => PersonalTexts.WriteFacts(e.Facts),
        FloorEvent.DayOpened e => e.Secret,
        _ => null,
    };
}

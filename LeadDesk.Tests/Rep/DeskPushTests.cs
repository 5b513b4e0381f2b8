using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Bunit;
using LeadDesk.App.RepDesk;
using LeadDesk.Domain.Floor;
using LeadDesk.Tests.Shell;
using Xunit;

namespace LeadDesk.Tests.RepDesk;

/// <summary>What is pushed to an open desk shows no less than drawing it whole would.</summary>
public sealed class DeskPushTests : Stage
{
    private static readonly string[] States = ["normal", "empty", "full", "late", "offer", "alert", "away", "many", "lead"];

    private static readonly PropertyInfo[] Parts = typeof(DeskView).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).ToArray();

    public static TheoryData<string> All => [.. States];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_part_of_a_desk_is_another_a_push_shows_it(string state)
    {
        var before = Views.Desk(state);
        foreach (var part in Parts)
        {
            foreach (var other in States.Select(Views.Desk).Where(d => !Alike(part.GetValue(d), part.GetValue(before))).Take(2))
            {
                var after = before with { Version = before.Version + 1, At = before.At.AddSeconds(1) };
                part.SetValue(after, part.GetValue(other));
                var whole = Desk(before);
                whole.Render(p => p.Add(b => b.View, after));
                var pushed = Desk(before);
                await pushed.InvokeAsync(() => pushed.Instance.Push(after, ImmutableDictionary<Guid, GoneNote>.Empty, null));
                Assert.True(Marks(whole) == Marks(pushed), $"{state}: a push does not show another {part.Name}.");
            }
        }
    }

    [Fact]
    public async Task Whatever_of_the_open_lead_is_another_a_push_shows_it_though_its_version_is_the_same()
    {
        var desk = Views.Desk("normal");
        var rings = desk.Mine[0] with { Script = ["Budget?"], Transfer = new(Noon, Noon.AddSeconds(30), 2, 0, null) };
        var before = desk with { Mine = desk.Mine.SetItem(0, rings) };
        var body = Desk(before);
        foreach (var other in new[] { rings with { Transfer = rings.Transfer with { Declined = 2 } }, rings with { Notes = [new(Noon, Guid.Empty, "Mo Lund", "Prefers platinum.")] }, rings with { Why = "Somebody asked for it." } })
        {
            var after = before with { Version = before.Version + 1, Mine = desk.Mine.SetItem(0, other) };
            var whole = Desk(before);
            whole.Render(p => p.Add(b => b.View, after));
            var pushed = Desk(before);
            await pushed.InvokeAsync(() => pushed.Instance.Push(after, ImmutableDictionary<Guid, GoneNote>.Empty, null));
            Assert.NotEqual(Marks(body), Marks(pushed));
            Assert.Equal(Marks(whole), Marks(pushed));
        }
    }

    [Fact]
    public async Task A_lead_more_on_the_board_draws_the_board_and_nothing_around_it()
    {
        var desk = Views.Desk("many");
        var body = Desk(desk);
        var after = desk with { Version = desk.Version + 1, Board = desk.Board.Insert(0, desk.Board[0] with { Id = Guid.NewGuid() }) };
        await body.InvokeAsync(() => body.Instance.Push(after, ImmutableDictionary<Guid, GoneNote>.Empty, null));
        Assert.Equal(1, body.FindComponent<MyLeads>().RenderCount);
        Assert.Equal(2, body.FindComponent<BoardList>().RenderCount);
        Assert.Equal(1, body.FindComponent<BoardRows>().RenderCount);
        Assert.Equal(after.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), body.Find("[data-version]").GetAttribute("data-version"));
        Assert.NotNull(body.Find("[data-verb=show]"));
    }

    private static bool Alike(object? x, object? y) => Equals(x, y) || (x is System.Collections.IEnumerable a && y is System.Collections.IEnumerable b && !a.GetEnumerator().MoveNext() && !b.GetEnumerator().MoveNext());

    /// <summary>The markup without the numbers by which the framework knows its handlers and elements.</summary>
    private static string Marks(IRenderedComponent<DeskBody> body) => Regex.Replace(body.Markup, "(?<name>blazor:[a-z:]+)=\"[^\"]*\"", "${name}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private IRenderedComponent<DeskBody> Desk(DeskView view) => Render<DeskBody>(p => p.Add(b => b.View, view).Add(b => b.Open, view.Mine.IsEmpty ? null : view.Mine[0].Id));
}

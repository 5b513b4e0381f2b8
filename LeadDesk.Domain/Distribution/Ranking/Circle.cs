using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Distribution.Ranking;

/// <summary>
/// The people of a lane in a circle, in the order of the lane's list and everybody it does not name behind them. The position is the person
/// whom the desk dealt to last, wherever they stand by now, and not an index: somebody leaving, joining or moving resets nothing, and
/// neither does a manager's pick.
/// </summary>
internal sealed class Circle
{
    private readonly int[] places;
    private readonly int last = -1;
    private readonly int length;

    public Circle(SalesFloor floor, string lane, ImmutableArray<Guid> list)
        : this(floor, lane, PlacesOf(floor, list))
    {
    }

    /// <summary>By number: the place of each person.</summary>
    public Circle(SalesFloor floor, string lane, int[] places)
    {
        this.places = places;
        length = places.Length == 0 ? 1 : places.Max() + 1;
        var latest = 0L;
        foreach (var person in floor.People)
        {
            if (person.TurnIn(lane).Dealt > latest)
            {
                (last, latest) = (places[person.Number.Number - 1], person.TurnIn(lane).Dealt);
            }
        }
    }

    /// <summary>Steps behind whoever was dealt to last, from 1 all the way round to that person.</summary>
    public int Behind(Rep rep)
    {
        var place = places[rep.Number.Number - 1];
        return place > last ? place - last : place - last + length;
    }

    /// <summary>Places by number: those of the list in its order, then everybody else as they joined.</summary>
    public static int[] PlacesOf(SalesFloor floor, ImmutableArray<Guid> list)
    {
        var named = new Dictionary<Guid, int>(list.Length);
        foreach (var id in list)
        {
            named.TryAdd(id, named.Count);
        }

        var byNumber = new int[floor.People.Length];
        for (var i = 0; i < byNumber.Length; i++)
        {
            byNumber[i] = named.TryGetValue(floor.People[i].Id, out var place) ? place : list.Length + i;
        }

        return byNumber;
    }
}

using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution.Reach;

/// <summary>
/// Whether a lane can ever get a lead. Exact for what its filter can tell apart, except that two postcode prefixes of which one begins
/// with the other are only told apart by the longer; By = the keys of the lanes above that take its leads.
/// </summary>
public sealed record LaneReach(string Lane, LaneUse Use, ImmutableArray<string> By)
{
    private const int MostPieces = 2_000;

    /// <summary>Every lane of a plan, in its order.</summary>
    public static ImmutableArray<LaneReach> Of(FloorPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var boxes = Boxes(plan);
        var reaches = ImmutableArray.CreateBuilder<LaneReach>(plan.Lanes.Length);
        for (var i = 0; i < plan.Lanes.Length; i++)
        {
            reaches.Add(Judge(plan.Lanes, boxes, reaches, i));
        }

        return reaches.MoveToImmutable();
    }

    private static LaneReach Judge(ImmutableArray<Lane> lanes, ImmutableArray<Box> boxes, IReadOnlyList<LaneReach> above, int at)
    {
        var key = lanes[at].Key;
        if (boxes[at].IsEmpty)
        {
            return IsNamed(lanes, key) ? new(key, LaneUse.HandedOn, []) : new(key, LaneUse.Impossible, []);
        }

        ImmutableArray<Box> left = [boxes[at]];
        var by = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < at && !left.IsEmpty && left.Length < MostPieces; i++)
        {
            if (left.Any(piece => !piece.And(boxes[i]).IsEmpty))
            {
                by.Add(lanes[i].Key);
                left = [.. left.SelectMany(piece => piece.Without(boxes[i]))];
            }
        }

        // Where one lane is enough, the others are not to blame.
        var alone = lanes.Take(at).Where((_, i) => !boxes[at].Without(boxes[i]).Any()).Select(l => l.Key).FirstOrDefault();
        var use = !left.IsEmpty ? LaneUse.Chosen : IsNamed(lanes, key) || IsNext(lanes, boxes, above, at) ? LaneUse.HandedOn : LaneUse.Shadowed;
        return new(key, use, use == LaneUse.Chosen ? [] : alone is not null ? [alone] : by.ToImmutable());
    }

    /// <summary>A fallback or a stage names it, where nobody asks for its filter, or it gives leads of other lanes a second chance.</summary>
    private static bool IsNamed(ImmutableArray<Lane> lanes, string key) =>
        lanes.Any(l => l.Key == key && Catalogue.Find(l.Method) is { Rescues: true })
        || lanes.Any(l => l.Key != key && (l.Fallback.Key == key || l.Settings.GetValueOrDefault("stages", "").Split(',').Contains(key, StringComparer.Ordinal)));

    /// <summary>Some lane above hands its leads to the next that fits, and for some of them this one is the next.</summary>
    private static bool IsNext(ImmutableArray<Lane> lanes, ImmutableArray<Box> boxes, IReadOnlyList<LaneReach> above, int at)
    {
        for (var from = 0; from < at; from++)
        {
            if (!lanes[from].Fallback.IsNext || above[from].Use is LaneUse.Shadowed or LaneUse.Impossible)
            {
                continue;
            }

            ImmutableArray<Box> left = boxes[from].And(boxes[at]) is { IsEmpty: false } both ? [both] : [];
            for (var between = from + 1; between < at && left.Length < MostPieces; between++)
            {
                left = [.. left.SelectMany(piece => piece.Without(boxes[between]))];
            }

            if (!left.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<Box> Boxes(FloorPlan plan)
    {
        var atoms = new Atoms(plan.Lanes);
        var sources = ValueSet.Of(plan.Sources.Select(s => s.Key).Append(LeadLife.WalkInSource));
        var kinds = ValueSet.Of(Enum.GetNames<RequestKind>()) with { Absent = true };
        var both = ValueSet.Of([bool.TrueString, bool.FalseString]);
        return [.. plan.Lanes.Select(l => l.When).Select(w => new Box(
        [
            w.Source.IsEmpty ? sources : sources.And(ValueSet.Of(w.Source.Select(s => s.Trim()))),
            Texts(w.Product),
            Texts(w.Region),
            atoms.Postcodes(w),
            Texts(w.Country),
            Texts(w.Language),
            Texts(w.Company),
            atoms.Numbers(f => f.CompanySizeAtLeast, f => f.CompanySizeBelow, w),
            atoms.Numbers(f => f.ValueAtLeast, f => f.ValueBelow, w),
            atoms.Numbers(f => f.ScoreAtLeast, _ => null, w),
            w.RequestKind.IsEmpty ? kinds : kinds.And(ValueSet.Of(w.RequestKind.Select(k => k.ToString()))),
            w.KnownCustomer is { } known ? ValueSet.Of([known.ToString()]) : both,
            w.Discreet is { } discreet ? ValueSet.Of([discreet.ToString()]) : both,
        ]))];
    }

    private static ValueSet Texts(ImmutableArray<string> any) => any.IsEmpty ? ValueSet.Everything : ValueSet.Of(any);
}

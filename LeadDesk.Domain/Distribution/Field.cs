using System.Collections.Immutable;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>Everybody a lead could go to at one moment, and everybody else with the first test they failed.</summary>
public sealed record Field(ImmutableArray<Rep> Eligible, ImmutableArray<PassedOver> PassedOver)
{
    /// <summary>Nobody can have it now, but somebody only has another offer open and will be free in a moment.</summary>
    public bool SomebodyIsBusy { get; init; }

    /// <summary>Those who could act now have all had this lead: nothing else keeps anybody present out.</summary>
    public bool PassedByAll { get; init; }

    /// <summary>The blend that brought the lead to this lane; null = it came by itself.</summary>
    public BlendSteps? Steps { get; init; }

    /// <summary>What singles its people out, where the lane itself does and not their ranking.</summary>
    public Ground? Ground { get; init; }

    /// <summary>Everybody on the floor, by number.</summary>
    internal ImmutableArray<Rep> Everybody { get; init; } = [];

    /// <summary>Who stands by whoever gets it; null = nobody.</summary>
    internal RepId? CoachOf(RepId chosen) => chosen.Number <= Everybody.Length ? Everybody[chosen.Number - 1].Terms.CoachBeside : null;

    /// <summary>For a lead that is in no lane: as far as people's own terms decide.</summary>
    public static Field Anywhere(SalesFloor floor, DateTimeOffset now, CalendarDay today)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var eligible = ImmutableArray.CreateBuilder<Rep>();
        var passed = ImmutableArray.CreateBuilder<PassedOver>();
        foreach (var rep in floor.People.Where(p => p.Terms.HoldsLeads))
        {
            if (Eligibility.FirstFailureAnywhere(floor, rep, now, today) is { } test)
            {
                passed.Add(new(rep.Number, test));
            }
            else
            {
                eligible.Add(rep);
            }
        }

        return new(eligible.ToImmutable(), passed.ToImmutable()) { Everybody = floor.People };
    }

    public static Field Of(SalesFloor floor, LaneRules lane, Lead? lead, DateTimeOffset now, CalendarDay today, Put put)
    {
        ArgumentNullException.ThrowIfNull(floor);
        var eligible = ImmutableArray.CreateBuilder<Rep>();
        var passed = ImmutableArray.CreateBuilder<PassedOver>();
        var busy = false;
        var refusers = 0;
        var others = 0;
        foreach (var rep in floor.People)
        {
            if (!rep.Terms.HoldsLeads)
            {
                continue;
            }

            if (Eligibility.FirstFailure(floor, rep, lane, lead, now, today, put) is not { } failure)
            {
                eligible.Add(rep);
                continue;
            }

            passed.Add(new(rep.Number, failure.Test));
            busy |= failure.HasOffer && Eligibility.FirstFailure(floor, rep with { Offer = null }, lane, lead, now, today, put) is null;
            if (lead?.Excludes(rep.Number, lane.NoRepeat) == true)
            {
                refusers += failure.Test == Test.E10 && Eligibility.FirstFailure(floor, rep, lane, lead with { Holders = [] }, now, today, put) is null ? 1 : 0;
            }
            else
            {
                others += failure.Test > Test.E4 && failure.Test != Test.E10 && !Eligibility.IsNeverAsked(rep.Terms, lane) ? 1 : 0;
            }
        }

        return new(eligible.ToImmutable(), passed.ToImmutable())
        {
            Everybody = floor.People,
            SomebodyIsBusy = busy,
            Ground = lane.Method.OnlyTheKnownOwner && lead is not null && StandIn.For(floor, lead, today.Day) != lead.KnownOwner ? Distribution.Ground.StandsIn : null,
            Steps = floor.Plan.BlendOf(lead?.Stay) is { } blend ? new(blend.Key, blend.Lane.Version, new([.. floor.Plan.StepsOf(blend).Select(s => s.Key)])) : null,
            PassedByAll = eligible.Count == 0 && refusers > 0 && others == 0,
        };
    }
}

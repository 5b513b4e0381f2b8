using System.Collections.Immutable;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Floor;

/// <summary>What is paused right now, and the leads that wait because of it.</summary>
public sealed partial record SalesFloor
{
    /// <summary>In the order in which they began; one of a scope at the most.</summary>
    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>Waiting leads that a pause keeps.</summary>
    public ImmutableSortedSet<LeadId> Paused { get; init; } = ImmutableSortedSet<LeadId>.Empty;

    /// <summary>A pause keeps this lead from being put to anybody in this lane.</summary>
    public bool IsKept(Leads.Lead lead, string lane)
    {
        foreach (var pause in Pauses)
        {
            if (pause.Keeps(lead, lane))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A pause keeps new leads from this person.</summary>
    public bool IsSpared(Rep rep)
    {
        foreach (var pause in Pauses)
        {
            if (pause.Spares(rep))
            {
                return true;
            }
        }

        return false;
    }

    private SalesFloor Pause(Pause pause) => this with { Pauses = Pauses.RemoveAll(p => p.Scope == pause.Scope).Add(pause) };

    private SalesFloor Repause(Lead? before, Lead after)
    {
        var (was, now) = (IsPaused(before), IsPaused(after));
        return was == now ? this : this with { Paused = now ? Paused.Add(after.Id) : Paused.Remove(after.Id) };
    }

    private static bool IsPaused(Lead? lead) => lead is { State: LeadState.Waiting, Stay.Paused: true, IsClosed: false };
}

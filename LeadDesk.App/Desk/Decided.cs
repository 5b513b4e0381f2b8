using System.Collections.Immutable;
using LeadDesk.App.Store;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Desk;

/// <summary>What a command came to: a status as in HTTP, or a refusal; which lead it was about; what goes to disk beside its events.</summary>
public sealed record Decided(int Status, LeadId? Lead = null)
{
    public Refusal? Refusal { get; init; }

    /// <summary>Field and words, where the command itself was at fault.</summary>
    public (string Field, string Words)? Fault { get; init; }

    public Guid? ActionId { get; init; }

    public ImmutableArray<TypedText> Texts { get; init; } = [];

    public ImmutableArray<SeenMark> Seen { get; init; } = [];

    public ImmutableArray<ContactMark> Contacts { get; init; } = [];

    /// <summary>A claim that stands and is answered when its photo finish is over.</summary>
    public bool Pressed { get; init; }

    /// <summary>Of a bulk: what became of each lead, in the order asked.</summary>
    public ImmutableArray<LeadDone> Leads { get; init; } = [];

    /// <summary>What of a change should be asked for again because it could not all be done in one round.</summary>
    public bool More { get; init; }

    public static Decided Of(Refusal? refusal, LeadId? lead, Guid? action = null) =>
        refusal is null ? new(200, lead) { ActionId = action } : new(StatusOf(refusal.Code), lead) { Refusal = refusal };

    /// <summary>A refusal's status as in HTTP.</summary>
    public static int StatusOf(RefusalCode code) => code switch
    {
        RefusalCode.Unknown => 404,
        RefusalCode.Forbidden => 403,
        RefusalCode.NothingWaiting => 204,
        RefusalCode.TooManyClaims => 429,
        _ => 409,
    };
}

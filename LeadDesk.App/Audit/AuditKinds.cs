using System.Collections.Immutable;
using LeadDesk.App.Store.Codec;

namespace LeadDesk.App.Audit;

/// <summary>The acts of the log in groups that people look for. Every act is in one of them.</summary>
public static class AuditKinds
{
    private const string Rest = "desk";

    private static readonly (string Name, string[] Acts)[] Named =
    [
        ("given", ["offered", "offer-extended", "offer-ended", "alerted", "pressed", "finish-void", "taken", "lost", "owner-informed", "ownership-extended", "transfer-rang", "transfer-declined", "transfer-ended"]),
        ("answers", ["attempted", "closed", "stopped", "parked", "unparked", "noted", "relabelled", "undone", "credit"]),
        ("clocks", ["touch-came", "warned", "late", "owner-late", "reminded", "held", "unheld", "hold-told"]),
        ("ways", ["received", "entered", "to-managers", "ring"]),
        ("people", ["person", "opt-in", "presence", "connection", "person-undone", "device", "device-revoked", "wall", "wall-down", "switched"]),
        ("rules", ["plan", "proposed", "proposal-closed", "rules-seen", "paused", "resumed"]),
        ("exports", ["exported"]),
    ];

    /// <summary>The groups with their acts; what none of them names is the desk's own business.</summary>
    public static ImmutableArray<(string Name, ImmutableArray<string> Acts)> All { get; } =
    [
        .. Named.Select(k => (k.Name, k.Acts.ToImmutableArray())),
        (Rest, [.. EventCodec.KnownActs.Except(Named.SelectMany(k => k.Acts), StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
    ];

    /// <summary>The acts that a word stands for: a group's, or one act; null for an unknown word.</summary>
    public static ImmutableArray<string>? Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return All.FirstOrDefault(k => k.Name == word) is { Name: not null } kind ? kind.Acts
            : EventCodec.KnownActs.Contains(word, StringComparer.Ordinal) ? [word]
            : null;
    }
}

using System.Buffers;
using System.Text.Json;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.Store.Codec;

/// <summary>
/// Events as bytes of the log and back. What people typed is not in those bytes: facts, dice secrets and notes travel as personal text.
/// A changed shape gets a new act ("taken.2") beside the old one, so that every log stays readable.
/// </summary>
public static class EventCodec
{
    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        ["plan"] = typeof(FloorEvent.PlanPublished),
        ["proposed"] = typeof(FloorEvent.RulesProposed),
        ["proposal-closed"] = typeof(FloorEvent.ProposalClosed),
        ["rules-seen"] = typeof(FloorEvent.RulesSeen),
        ["person"] = typeof(FloorEvent.PersonSet),
        ["day"] = typeof(FloorEvent.DayOpened),
        ["presence"] = typeof(FloorEvent.PresenceSet),
        ["opt-in"] = typeof(FloorEvent.OptInSet),
        ["connection"] = typeof(FloorEvent.ConnectionChanged),
        ["paused"] = typeof(FloorEvent.IntakePaused),
        ["resumed"] = typeof(FloorEvent.IntakeResumed),
        ["device"] = typeof(FloorEvent.DeviceApproved),
        ["device-revoked"] = typeof(FloorEvent.DeviceRevoked),
        ["wall"] = typeof(FloorEvent.WallHung),
        ["wall-down"] = typeof(FloorEvent.WallTakenDown),
        ["switched"] = typeof(FloorEvent.PersonSwitched),
        ["person-undone"] = typeof(FloorEvent.PersonUndone),
        ["exported"] = typeof(FloorEvent.Exported),
        ["received"] = typeof(LeadEvent.Received),
        ["entered"] = typeof(LeadEvent.Entered),
        ["to-managers"] = typeof(LeadEvent.ToManagers),
        ["ring"] = typeof(LeadEvent.RingOpened),
        ["held"] = typeof(LeadEvent.Held),
        ["unheld"] = typeof(LeadEvent.Unheld),
        ["hold-told"] = typeof(LeadEvent.HoldTold),
        ["alerted"] = typeof(LeadEvent.Alerted),
        ["pressed"] = typeof(LeadEvent.Pressed),
        ["finish-void"] = typeof(LeadEvent.FinishVoid),
        ["offered"] = typeof(LeadEvent.Offered),
        ["offer-extended"] = typeof(LeadEvent.OfferExtended),
        ["offer-ended"] = typeof(LeadEvent.OfferEnded),
        ["taken"] = typeof(LeadEvent.Taken),
        ["lost"] = typeof(LeadEvent.Lost),
        ["warned"] = typeof(LeadEvent.Warned),
        ["late"] = typeof(LeadEvent.WentLate),
        ["owner-late"] = typeof(LeadEvent.OwnerWentLate),
        ["attempted"] = typeof(LeadEvent.Attempted),
        ["closed"] = typeof(LeadEvent.Closed),
        ["touch-came"] = typeof(LeadEvent.TouchCame),
        ["stopped"] = typeof(LeadEvent.Stopped),
        ["owner-informed"] = typeof(LeadEvent.OwnerInformed),
        ["ownership-extended"] = typeof(LeadEvent.OwnershipExtended),
        ["transfer-rang"] = typeof(LeadEvent.TransferRang),
        ["transfer-declined"] = typeof(LeadEvent.TransferDeclined),
        ["transfer-ended"] = typeof(LeadEvent.TransferEnded),
        ["credit"] = typeof(LeadEvent.CreditDecided),
        ["parked"] = typeof(LeadEvent.Parked),
        ["unparked"] = typeof(LeadEvent.Unparked),
        ["reminded"] = typeof(LeadEvent.Reminded),
        ["noted"] = typeof(LeadEvent.Noted),
        ["relabelled"] = typeof(LeadEvent.Relabelled),
        ["undone"] = typeof(LeadEvent.Undone),
    };

    private static readonly Dictionary<Type, string> Acts = Types.ToDictionary(t => t.Value, t => t.Key);

    // Used again for every event of a thread.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? pen;

    public static IEnumerable<Type> Known => Types.Values;

    public static IEnumerable<string> KnownActs => Types.Keys;

    public static string ActOf(FloorEvent step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Acts[step.GetType()];
    }

    /// <summary>The bytes of an event, without anything that somebody typed.</summary>
    public static byte[] Write(Stamped stamped)
    {
        ArgumentNullException.ThrowIfNull(stamped);
        var bare = stamped.Event switch
        {
            LeadEvent.Received e => e with { Facts = Facts.None },
            LeadEvent.Relabelled e => e with { Facts = Facts.None },
            FloorEvent.DayOpened e => e with { Secret = "" },
            var e => e,
        };
        var bytes = buffer ??= new ArrayBufferWriter<byte>(4096);
        var writer = pen ??= new Utf8JsonWriter(bytes);
        bytes.ResetWrittenCount();
        writer.Reset(bytes);
        writer.WriteStartObject();
        writer.WritePropertyName("e");
        JsonSerializer.Serialize(writer, bare, bare.GetType(), CodecOptions.Value);
        if (stamped.Actor.Rep is { } rep)
        {
            writer.WriteNumber("rep", rep.Number);
        }

        if (stamped.Actor.Source is { } source)
        {
            writer.WriteString("source", source);
        }

        if (stamped.ActionId is { } action)
        {
            writer.WriteString("action", action);
        }

        if (stamped.Kept is { } kept)
        {
            writer.WritePropertyName("kept");
            JsonSerializer.Serialize(writer, kept, CodecOptions.Value);
        }

        writer.WriteEndObject();
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>An event of the log, whole again as far as its personal text still stands.</summary>
    public static Stamped Read(StoredEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (!Types.TryGetValue(stored.Act, out var type))
        {
            throw new InvalidDataException($"Event {stored.Seq} is of the unknown act {stored.Act}.");
        }

        using var document = JsonDocument.Parse(stored.Body);
        var root = document.RootElement;
        var bare = (FloorEvent)root.GetProperty("e").Deserialize(type, CodecOptions.Value)!;
        FloorEvent step = (bare, stored.PersonalText) switch
        {
            (LeadEvent.Received e, { } text) => e with { Facts = PersonalTexts.ReadLead(text).Facts },
            (LeadEvent.Relabelled e, { } text) => e with { Facts = PersonalTexts.ReadFacts(text) },
            (FloorEvent.DayOpened e, { } text) => e with { Secret = text },
            _ => bare,
        };
        var actor = new Actor(
            root.TryGetProperty("rep", out var rep) ? new RepId(rep.GetInt32()) : null,
            root.TryGetProperty("source", out var source) ? source.GetString() : null,
            stored.Via ?? "");
        return new(
            stored.Seq,
            DateTimeOffset.FromUnixTimeMilliseconds(stored.At),
            actor,
            step,
            root.TryGetProperty("kept", out var kept) ? kept.Deserialize<Kept>(CodecOptions.Value) : null,
            root.TryGetProperty("action", out var action) ? action.GetGuid() : null);
    }
}

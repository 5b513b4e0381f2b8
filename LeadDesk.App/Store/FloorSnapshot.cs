namespace LeadDesk.App.Store;

/// <summary>The floor after the event <paramref name="Seq"/>, as bytes that only the fold of that version understands.</summary>
public sealed record FloorSnapshot(long Seq, byte[] Bytes);

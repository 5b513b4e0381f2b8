namespace LeadDesk.App.Account;

/// <summary>Whose token it is: a person's, a source's, or that of a screen on the wall, which belongs to nobody.</summary>
public sealed class TokenHolder(Guid tokenId, Guid? person, string? source)
{
    private long usedAt;

    public Guid TokenId { get; } = tokenId;

    public Guid? Person { get; } = person;

    public string? Source { get; } = source;

    public bool IsScreen => Person is null && Source is null;

    /// <summary>UTC ticks of the last use in this process; 0 = not used since the start.</summary>
    internal long UsedAt => Volatile.Read(ref usedAt);

    internal void Use(DateTimeOffset at) => Volatile.Write(ref usedAt, at.UtcTicks);
}

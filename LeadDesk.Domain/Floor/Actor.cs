namespace LeadDesk.Domain.Floor;

/// <summary>Who acts: a person, a source, or the desk itself (all null). Via tells the way in: api, page, clock, file.</summary>
public sealed record Actor(RepId? Rep, string? Source, string Via)
{
    /// <summary>The desk's own clock.</summary>
    public static Actor Desk { get; } = new(null, null, "clock");

    public static Actor Person(RepId rep, string via) => new(rep, null, via);

    public static Actor From(string source) => new(null, source, "api");
}

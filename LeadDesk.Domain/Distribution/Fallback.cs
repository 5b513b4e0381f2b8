namespace LeadDesk.Domain.Distribution;

/// <summary>Where a lead goes when its lane can do no more: the next matching lane, a named lane, or the managers' list.</summary>
public readonly record struct Fallback(string Key)
{
    public static Fallback Next { get; } = new("next");

    public static Fallback Managers { get; } = new("managers");

    public bool IsNext => Key == Next.Key;

    public bool IsManagers => Key == Managers.Key;
}

namespace LeadDesk.Domain.Distribution.Knobs;

/// <summary>A setting of a method, by its name under a lane's "settings". A lane keeps its value as one line of text.</summary>
public abstract record Knob(string Name)
{
    /// <summary>What this text says; null = it is not allowed here.</summary>
    public abstract object? Read(string text);
}

/// <summary>A setting with a typed value, and what holds where a lane does not say.</summary>
public abstract record Knob<T>(string Name, T Default) : Knob(Name)
    where T : notnull;

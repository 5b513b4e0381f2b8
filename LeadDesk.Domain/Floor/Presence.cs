namespace LeadDesk.Domain.Floor;

/// <summary>What a person says of themselves right now; only Available people are offered leads.</summary>
public enum Presence
{
    Off,
    Available,
    WithCustomer,
    Break,
    Away,
}

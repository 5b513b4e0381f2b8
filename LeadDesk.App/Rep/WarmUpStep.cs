namespace LeadDesk.App.RepDesk;

/// <summary>What is done with a customer who was warmed up.</summary>
public enum WarmUpStep
{
    Transfer,
    CallOff,
    Book,
}

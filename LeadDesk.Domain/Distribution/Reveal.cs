namespace LeadDesk.Domain.Distribution;

/// <summary>What a lane shows of a lead to people who do not hold it.</summary>
public enum Reveal
{
    Nothing,
    Category,
    AllButContact,
    All,
}

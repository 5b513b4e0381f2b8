namespace LeadDesk.Domain.Credits;

/// <summary>What somebody did in a calendar month of the floor: calls, customers reached, and what they are credited with.</summary>
public sealed record MonthWork(DateOnly Month, int Calls, int Contacts, int Sales, int Assists, int Territory, int Saves)
{
    public MonthWork Add(CreditKind kind, int sign) => kind switch
    {
        CreditKind.Close => this with { Sales = Sales + sign },
        CreditKind.Assist => this with { Assists = Assists + sign },
        CreditKind.Territory => this with { Territory = Territory + sign },
        _ => this with { Saves = Saves + sign },
    };
}

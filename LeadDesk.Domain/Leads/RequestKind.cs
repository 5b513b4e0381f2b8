namespace LeadDesk.Domain.Leads;

/// <summary>What the customer asked for.</summary>
public enum RequestKind
{
    Question,
    Quote,
    CallBack,
    Appointment,
    Visit,
    Fitting,
    Credit,
    NonSales,
}

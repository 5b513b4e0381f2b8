namespace LeadDesk.Domain.Leads;

/// <summary>What came of an attempt.</summary>
public enum AttemptResult
{
    Reached,
    NoAnswer,
    Voicemail,
    WrongNumber,
    VisitSet,
    CallBack,
}

using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Leads;

/// <summary>A no with its facts: who has the lead and since when, which test failed, by what margin in milliseconds. The words are put in where it is read.</summary>
public sealed record Refusal(RefusalCode Code)
{
    public RepId? By { get; init; }

    public DateTimeOffset? At { get; init; }

    public long? MarginMs { get; init; }

    public Test? Test { get; init; }

    /// <summary>The person whom the test is about.</summary>
    public RepId? Person { get; init; }

    public static Refusal Failed(Test test, RepId person) => new(CodeOf(test)) { Test = test, Person = person };

    public static Refusal Taken(RepId by, DateTimeOffset at, DateTimeOffset now, RefusalCode code = RefusalCode.AlreadyTaken) =>
        new(code) { By = by, At = at, MarginMs = (long)(now - at).TotalMilliseconds };

    private static RefusalCode CodeOf(Test test) => test switch
    {
        Distribution.Test.E4 => RefusalCode.NotAvailable,
        Distribution.Test.E5 => RefusalCode.AtLimit,
        Distribution.Test.E6 => RefusalCode.Cap,
        Distribution.Test.E8 => RefusalCode.OverdueFirstAttempt,
        Distribution.Test.E9 => RefusalCode.CoolDown,
        Distribution.Test.E10 => RefusalCode.NotAgain,
        Distribution.Test.E12 => RefusalCode.NoNextStep,
        _ => RefusalCode.NotEligible,
    };
}

namespace LeadDesk.Domain.Floor;

/// <summary>What a pause of the intake is about.</summary>
public enum PauseKind
{
    /// <summary>Every lead that comes in.</summary>
    All,

    /// <summary>The leads of one source.</summary>
    Source,

    /// <summary>The leads that come into one lane.</summary>
    Lane,

    /// <summary>The people of one team get nothing new.</summary>
    Team,

    /// <summary>One person gets nothing new.</summary>
    Person,
}

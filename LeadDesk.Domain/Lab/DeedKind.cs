namespace LeadDesk.Domain.Lab;

/// <summary>What people do in a replay.</summary>
internal enum DeedKind
{
    /// <summary>A lead arrives, or somebody says where they are or what they want.</summary>
    Outside,

    /// <summary>Answers an offer or an alert.</summary>
    React,

    /// <summary>Looks whether there is something to do.</summary>
    Look,

    /// <summary>Calls the customer.</summary>
    Call,

    /// <summary>Is done with the lead.</summary>
    Finish,

    /// <summary>A manager places what no rule could.</summary>
    Manage,

    /// <summary>Says that they are there again.</summary>
    ComeBack,
}

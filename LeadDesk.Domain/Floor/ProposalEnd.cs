namespace LeadDesk.Domain.Floor;

/// <summary>What became of proposed rules.</summary>
public enum ProposalEnd
{
    Published,
    Declined,

    /// <summary>By whoever proposed them.</summary>
    TakenBack,
}

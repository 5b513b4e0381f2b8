namespace LeadDesk.Domain.Floor;

/// <summary>How somebody new works in a stage of their induction.</summary>
public enum StageKind
{
    /// <summary>Alone, with a part of the places and turns.</summary>
    Own,

    /// <summary>Watches their coach's leads and gets none.</summary>
    Watch,

    /// <summary>With a part of the places and turns, and the coach beside them on each lead.</summary>
    Coached,
}

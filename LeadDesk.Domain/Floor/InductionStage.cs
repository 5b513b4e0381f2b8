namespace LeadDesk.Domain.Floor;

/// <summary>A stage of an induction: the share of places and turns in thousandths, held until so many days after the start AND so many finished leads in all.</summary>
public sealed record InductionStage(int Thousandths, int Days, int Leads)
{
    public StageKind Kind { get; init; }

    /// <summary>So many days of watching; nobody finishes a lead in it.</summary>
    public static InductionStage Watching(int days) => new(0, days, 0) { Kind = StageKind.Watch };
}

using LeadDesk.Domain.Floor;

namespace LeadDesk.Domain.Fairness;

/// <summary>One person in a figure: so many of so many, beside what everybody else had together. StandsOut = further off than chance explains.</summary>
public readonly record struct WatchRow(RepId Rep, int Count, int Of, int OthersCount, int OthersOf, bool StandsOut)
{
    public double Rate => Of == 0 ? 0 : (double)Count / Of;

    public double OthersRate => OthersOf == 0 ? 0 : (double)OthersCount / OthersOf;
}

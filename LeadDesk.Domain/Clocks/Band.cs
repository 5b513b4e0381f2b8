namespace LeadDesk.Domain.Clocks;

/// <summary>How near a due time is: calm below 50 % of the window used, warm from 50 %, hot from 80 %, breach from the due time on.</summary>
public enum Band
{
    Calm,
    Warm,
    Hot,
    Breach,
}

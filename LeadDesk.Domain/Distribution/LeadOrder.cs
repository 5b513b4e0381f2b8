namespace LeadDesk.Domain.Distribution;

/// <summary>Which waiting lead of a lane comes first. A lead older than the lane's maximum age always goes to the front.</summary>
public enum LeadOrder
{
    Fifo,
    Lifo,
    Score,
    Hot,
    Deadline,
}

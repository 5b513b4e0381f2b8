namespace LeadDesk.Domain.Floor;

/// <summary>Who takes leads, in numbers: ready, with a customer, away for a while, and the free places of those who are ready.</summary>
public sealed record WallPeople(int Ready, int WithCustomer, int Away, int Room);

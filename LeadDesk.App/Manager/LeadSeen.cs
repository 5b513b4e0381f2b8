namespace LeadDesk.App.Manager;

/// <summary>A lead as a manager had it before their eyes when they began to move it.</summary>
public readonly record struct LeadSeen(Guid Id, long Version, Guid? Owner);

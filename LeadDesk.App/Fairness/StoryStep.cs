namespace LeadDesk.App.Fairness;

/// <summary>One step on a lead's way to its owner, in words; At is UTC. Receipt is there where somebody was chosen.</summary>
public sealed record StoryStep(DateTimeOffset At, string Text, ReceiptCard? Receipt);

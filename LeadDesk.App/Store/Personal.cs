namespace LeadDesk.App.Store;

/// <summary>The personal text of one event; the log keeps only SHA-256(salt ‖ text). The salt is at least 16 random bytes.</summary>
public sealed record Personal(Guid Lead, string Kind, byte[] Salt, string Text);

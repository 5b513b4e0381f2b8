namespace LeadDesk.App.Admin;

/// <summary>The secrets of a source, in clear, only on their way in; null stays as it is.</summary>
public sealed record SourceSecrets(string Key, string? Token, string? SigningSecret)
{
    public override string ToString() => Key;
}

using System.Collections.Immutable;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>A person as the floor file names them. Opt-ins are differences from "everything"; the secrets are in clear, only on their way in, and null where they stay as they are.</summary>
public sealed record PersonEntry(
    string Name,
    string Email,
    RepTerms Terms,
    ImmutableSortedDictionary<string, OptIn> OptIn,
    string? Password = null,
    string? Token = null,
    string? Pin = null)
{
    /// <summary>The id the outside sees; null for somebody whose account is not made yet.</summary>
    public Guid? Id { get; init; }

    public bool HasSecrets => Password is not null || Token is not null || Pin is not null;

    // Secrets must not reach a log by way of a record's text.
    public override string ToString() => $"{Name} <{Email}>";
}

using System.Collections.Immutable;
using LeadDesk.App.Account;

namespace LeadDesk.App.Audit;

/// <summary>A page of the audit as somebody sees it: what was looked for, the lines, where the page after begins, and whom one may look for.</summary>
public sealed record AuditView(AuditFilter Filter, IReadOnlyList<AuditLine> Lines, long? Next, IReadOnlyCollection<DirectoryEntry> People)
{
    /// <summary>The newest event of the log when the page was read.</summary>
    public required long Head { get; init; }

    /// <summary>What open leads are called, as far as the viewer may know; the log itself holds no names.</summary>
    public ImmutableDictionary<Guid, string> Names { get; init; } = ImmutableDictionary<Guid, string>.Empty;

    /// <summary>Null where one may not take data out.</summary>
    public string? ExportTo { get; init; }
}

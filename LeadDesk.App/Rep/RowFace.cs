using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.RepDesk;

/// <summary>How a row of the board reads, as the browser takes it: what its attributes say, and what stands in it.</summary>
public sealed record RowFace(string Id, string From, string Due, MarkupString Inside);

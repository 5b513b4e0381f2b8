using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using LeadDesk.App.Shell;
using LeadDesk.Domain.Leads;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.RepDesk;

/// <summary>
/// The rows of the board as they read. A row is the same on every Desk that may see the same of a lead, so it is written once and all open
/// Desks hold that one copy, for as long as any of them does.
/// </summary>
public sealed class RowFaces
{
    private const int Least = 1024;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly ConcurrentDictionary<RowKey, WeakReference<RowFace>> known = new();
    private int most = Least;

    public RowFace Of(LeadCard lead, Phrases say)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(say);
        var key = new RowKey(lead.Id, lead.Product, lead.Source, lead.RequestKind, lead.Region, lead.Value, lead.Due?.From, lead.Due?.At, lead.Takeable,
            CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name, say.Zone.Id, say.Currency);
        if (known.TryGetValue(key, out var kept) && kept.TryGetTarget(out var face))
        {
            return face;
        }

        face = Write(lead, say);
        known[key] = new(face);
        Sweep();
        return face;
    }

    /// <summary>The row of a lead that somebody else got, in the words for it.</summary>
    public static MarkupString Gone(LeadCard lead, string why, DateTimeOffset at, Phrases say)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(say);
        return new($"""{Tick.Ring}<span class="who"><b>{Plain(lead.Product ?? say["Offer.Lead"])}</b><span data-why>{Plain(why)} <span data-ago="{Milliseconds(at)}"></span></span></span>""");
    }

    private static RowFace Write(LeadCard lead, Phrases say)
    {
        var title = lead.Product ?? say["Offer.Lead"];
        var tick = Tick.Of(lead.Due);
        var clock = lead.Due is { } due ? $"""<span class="at"><span class="chip" data-clock title="{Plain(say.Due(due))}">…</span></span>""" : "";
        var take = lead.Takeable ? $"""<button type="button" class="btn small" data-act data-row data-verb="claim" aria-label="{Plain($"{say["Board.Take"]}: {title}")}">{Plain(say["Board.Take"])}</button>""" : "";
        return new(
            lead.Id.ToString(),
            tick.From.ToString(CultureInfo.InvariantCulture),
            tick.Due.ToString(CultureInfo.InvariantCulture),
            new($"""{Tick.Ring}<span class="who"><b>{Plain(title)}</b><span>{Plain(say.Around(lead))}</span></span>{clock}{take}"""));
    }

    private static string Plain(string text) => Encoder.Encode(text);

    private static string Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Drops what no page shows any more, whenever twice as many have gathered as were left the last time.</summary>
    private void Sweep()
    {
        if (known.Count <= most)
        {
            return;
        }

        foreach (var pair in known)
        {
            if (!pair.Value.TryGetTarget(out _))
            {
                known.TryRemove(pair);
            }
        }

        most = Math.Max(Least, known.Count * 2);
    }
}

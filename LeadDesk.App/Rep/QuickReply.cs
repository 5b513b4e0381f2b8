using LeadDesk.App.Shell;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>A short answer with the names filled in, and the links that send it from this device.</summary>
public sealed record QuickReply(string Text, string? Sms, string? Mail, string? Whatsapp)
{
    private static readonly string[] Open = ["Reply.Thanks", "Reply.When", "Reply.Visit"];
    private static readonly string[] Discreet = ["Reply.Quiet", "Reply.QuietWhen"];

    /// <summary>The replies for this lead: the floor's own where there are any. Where a customer asked for discretion they name neither the shop nor the thing.</summary>
    public static IReadOnlyList<QuickReply> For(LeadCard lead, string me, string place, Phrases say, IReadOnlyList<string>? own = null)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(say);
        var reach = Reach.Of(lead.Contact);
        var first = lead.Contact?.Name?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        if (own is { Count: > 0 } && lead.Instructions is not { Discreet: true })
        {
            return
            [
                .. own.Select(text => text.Replace("[customer]", first, StringComparison.OrdinalIgnoreCase).Replace("[me]", me, StringComparison.OrdinalIgnoreCase)
                        .Replace("[shop]", place, StringComparison.OrdinalIgnoreCase).Replace("[thing]", lead.Product ?? say["Offer.Lead"], StringComparison.OrdinalIgnoreCase).Replace(" ,", ",", StringComparison.Ordinal))
                    .Select(text => Of(reach, text)),
            ];
        }

        return
        [
            .. (lead.Instructions is { Discreet: true } ? Discreet : Open)
                .Select(key => say[key, first, me, place, lead.Product ?? say["Offer.Lead"]].Replace(" ,", ",", StringComparison.Ordinal))
                .Select(text => Of(reach, text)),
        ];
    }

    private static QuickReply Of(Reach reach, string text) => new(text, With(reach.Sms, "body", text), With(reach.Email, "body", text), With(reach.Whatsapp, "text", text));

    private static string? With(string? link, string name, string text) => link is null ? null : $"{link}?{name}={Uri.EscapeDataString(text)}";
}

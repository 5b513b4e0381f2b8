using System.Collections.Concurrent;
using System.Globalization;
using LeadDesk.Domain.Floor;
using LeadDesk.Domain.Leads;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Shell;

/// <summary>Says things the way people on a floor say them. Clock times are those of Zone; one per circuit.</summary>
public sealed class Phrases(IStringLocalizer<Texts> texts)
{
    /// <summary>Resources lock at every look, and all open pages look at once: each text is read there once.</summary>
    private static readonly ConcurrentDictionary<(string Language, string Key), string?> Read = new();

    /// <summary>The zone in which this person reads clock times.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>The shop's currency code, e.g. USD; null = amounts are shown bare.</summary>
    public string? Currency { get; set; }

    public string this[string key] => Known(key) ?? key;

    public string this[string key, params object[] values] => string.Format(CultureInfo.CurrentCulture, Known(key) ?? key, values);

    /// <summary>The text of the key, or null where there is none.</summary>
    public string? Known(string key) => Read.GetOrAdd((CultureInfo.CurrentUICulture.Name, key), static (of, texts) => texts[of.Key] is { ResourceNotFound: false } found ? found.Value : null, texts);

    public DateTimeOffset Here(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>10:46 as the reader writes it, or Tue 10:46 where the day of now is another one.</summary>
    public string Time(DateTimeOffset at, DateTimeOffset? now = null)
    {
        var here = Here(at);
        return (now is { } n && Here(n).Date != here.Date ? here.ToString("ddd ", CultureInfo.CurrentCulture) : "") + here.ToString("t", CultureInfo.CurrentCulture);
    }

    /// <summary>The time on a clock in that zone.</summary>
    public static string ClockIn(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("t", CultureInfo.CurrentCulture);

    /// <summary>10:46 there.</summary>
    public string TimeIn(DateTimeOffset at, TimeZoneInfo zone) => this["Clock.There", ClockIn(at, zone)];

    /// <summary>Tue 24 Nov, 10:46.</summary>
    public string Exact(DateTimeOffset at)
    {
        var here = Here(at);
        return here.ToString(this["Clock.Day"], CultureInfo.CurrentCulture) + ", " + here.ToString("t", CultureInfo.CurrentCulture);
    }

    /// <summary>Tue 24 Nov.</summary>
    public string Day(DateTimeOffset at) => Here(at).ToString(this["Clock.Day"], CultureInfo.CurrentCulture);

    public string Due(Due due) => this["Clock.Due", Exact(due.At)];

    public string Say(Presence presence) => this[$"Presence.{presence}"];

    public string Say(RequestKind kind) => this[$"Kind.{kind}"];

    public string Say(Channel channel) => this[$"Channel.{channel}"];

    public string Say(AttemptResult result) => this[$"Result.{result}"];

    public string Money(decimal value) => value.ToString("N0", CultureInfo.CurrentCulture) + (Currency is null ? "" : " " + Currency);

    /// <summary>Who the lead is for a person who may see it: the name, else what identifies it least badly.</summary>
    public string Name(LeadCard lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return First(lead.Contact?.Name, lead.Contact?.Company, lead.Contact?.Phone, lead.Contact?.Email, lead.Product) ?? this["Lead.Unnamed"];
    }

    /// <summary>What the lead is about, in one line; empty where nothing may be shown.</summary>
    public string About(LeadCard lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return Line(lead.Product, lead.RequestKind is { } kind ? Say(kind) : null, lead.Region, lead.Value is { } value ? Money(value) : null);
    }

    /// <summary>The same without the product, for places that already name it.</summary>
    public string Around(LeadCard lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return Line(lead.Source, lead.RequestKind is { } kind ? Say(kind) : null, lead.Region, lead.Value is { } value ? Money(value) : null);
    }

    public string About(Preview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        return Line(preview.Source, preview.RequestKind is { } kind ? Say(kind) : null, preview.Region, preview.Value is { } value ? Money(value) : null);
    }

    /// <summary>Who is on the line, and with whom where names are told.</summary>
    public string OnTheLine(AlertCard alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var what = alert.Preview.Product ?? this["Offer.Lead"];
        return alert.ByName is null ? this["Warm.Alert", what] : this["Warm.AlertBy", what, alert.ByName];
    }

    /// <summary>The parts that are there, with a middle dot between.</summary>
    public static string Line(params string?[] parts) => string.Join(" · ", parts.Where(p => !string.IsNullOrWhiteSpace(p)));

    private static string? First(params string?[] parts) => parts.FirstOrDefault(p => !string.IsNullOrWhiteSpace(p));
}

using System.Net;

namespace LeadDesk.Tests.Faults;

/// <summary>A lead that was sent, and what was answered, after how long.</summary>
internal sealed record SentLead(string External, HttpStatusCode Status, string Body, TimeSpan After)
{
    public bool IsAcknowledged => Status is HttpStatusCode.Accepted or HttpStatusCode.OK;

    /// <summary>The desk said that nothing happened.</summary>
    public bool IsRefused => Status == HttpStatusCode.ServiceUnavailable && Body.Contains("Nothing was changed", StringComparison.Ordinal);

    /// <summary>The desk said that it does not know yet.</summary>
    public bool IsUncertain => Status == HttpStatusCode.ServiceUnavailable && Body.Contains("not certain", StringComparison.Ordinal);
}

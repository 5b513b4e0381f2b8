using LeadDesk.App.Intake;
using LeadDesk.Domain.Intake;

namespace LeadDesk.App.Api;

/// <summary>One lead of a batch: read, or what is wrong with it. Raw is kept where it was not taken.</summary>
internal sealed record BatchItem(LeadDraft? Draft, int Status, IReadOnlyDictionary<string, string[]> Errors, ReadOnlyMemory<byte> Raw)
{
    public static BatchItem Read(JsonBody body)
    {
        if (body.Json is not { } json)
        {
            return new(null, body.Problem!.Status, new Dictionary<string, string[]>(StringComparer.Ordinal) { [""] = [body.Problem.Detail] }, body.Raw);
        }

        var read = LeadJson.Read(json);
        return new(read.Draft, 400, read.Errors.ByField, body.Raw);
    }
}

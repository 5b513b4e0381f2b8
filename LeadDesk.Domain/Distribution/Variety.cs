using System.Buffers.Binary;
using System.Security.Cryptography;
using LeadDesk.Domain.Distribution.Knobs;
using LeadDesk.Domain.Leads;

namespace LeadDesk.Domain.Distribution;

/// <summary>A share of a lane's leads goes outside people's specialities, so that they can grow. Which ones lies in the lead's own random id, and stays as it is while the lead waits.</summary>
public static class Variety
{
    public static readonly WholeKnob Percent = new("varietyPercent", 0, 50, 0);

    public static bool Has(LaneRules lane, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lane);
        ArgumentNullException.ThrowIfNull(lead);
        var percent = lane.Of(Percent);
        if (percent == 0)
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(lead.Id.Value.ToByteArray(), hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash) % 100 < percent;
    }
}

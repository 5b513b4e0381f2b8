using System.Runtime.InteropServices;

namespace LeadDesk.Domain.Clocks;

/// <summary>A span of local time on one day, e.g. 10:00-19:00; End may be 24:00 (TimeSpan.FromHours(24)); Start &lt; End. A range past midnight is two ranges.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeRange(TimeSpan Start, TimeSpan End);

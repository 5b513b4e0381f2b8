using LeadDesk.Domain.Distribution;

namespace LeadDesk.Tests.Secrecy;

/// <summary>One value that stands in one field of one lead and nowhere else in the world; Level is what somebody must see of the lead to see it.</summary>
internal sealed record Canary(string Lead, string Field, Reveal Level);

using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Authorization;

namespace LeadDesk.App.Account;

/// <summary>Which persons on the floor are let through, and whether sources and screens on the wall are.</summary>
public sealed record Allowed(Predicate<Rep> Suits, bool Sources, bool Screens = false) : IAuthorizationRequirement;

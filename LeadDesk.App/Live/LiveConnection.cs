using System.Security.Claims;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Live;

/// <summary>One open page or hub connection: who came in with which role, and how it is closed. A screen on the wall is nobody.</summary>
internal sealed record LiveConnection(ClaimsPrincipal User, RepId? Rep, Role? Role, Action Close);

namespace LeadDesk.App.Api;

/// <summary>Why a body could not be read at all: the HTTP status, a stable code, and the reason in words.</summary>
public sealed record BodyProblem(int Status, string Code, string Detail);

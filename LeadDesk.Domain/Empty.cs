namespace LeadDesk.Domain;

internal static class Empty;

namespace LeadDesk.Domain.Leads;

/// <summary>How a person tried to reach the customer. An autoresponder is no channel: it never stops a clock.</summary>
public enum Channel
{
    Call,
    Sms,
    Email,
    Chat,
    Whatsapp,
    InPerson,
}

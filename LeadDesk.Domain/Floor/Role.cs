namespace LeadDesk.Domain.Floor;

/// <summary>What a person is on the floor.</summary>
public enum Role
{
    Rep,
    Store,
    Manager,
    Admin,
    Wallboard,
}

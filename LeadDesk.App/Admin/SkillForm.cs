namespace LeadDesk.App.Admin;

/// <summary>A skill with its level, 1 to 3, while somebody edits it.</summary>
public sealed class SkillForm
{
    public string Name { get; set; } = "";

    public int Level { get; set; } = 1;
}

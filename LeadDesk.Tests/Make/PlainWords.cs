using LeadDesk.Domain.Floor;

namespace LeadDesk.Tests.Make;

/// <summary>What the desk says, by the names of its codes.</summary>
internal static class PlainWords
{
    public static Wording All { get; } = new()
    {
        Name = rep => $"Rep {rep.Number}",
        Held = (cause, _, _) => cause.ToString(),
        Why = (_, gist) => $"{gist.Way}",
        Cannot = (code, _, _, _) => code.ToString(),
        NoteOf = (_, _) => null,
        NoticeOf = _ => null,
        PersonOf = _ => null,
    };
}

using LeadDesk.App.Shell;
using LeadDesk.Domain.Leads;

namespace LeadDesk.App.RepDesk;

/// <summary>Tells what happened to a lead from its card alone, the newest first.</summary>
public static class Story
{
    public static IReadOnlyList<StoryLine> Of(LeadCard lead, Phrases say)
    {
        ArgumentNullException.ThrowIfNull(lead);
        ArgumentNullException.ThrowIfNull(say);
        var lines = new List<StoryLine> { new(lead.ReceivedAt, lead.Source is null ? say["Story.ArrivedPlain"] : say["Story.Arrived", lead.Source], null) };
        if (lead.ReceivedAt - lead.SentAt > TimeSpan.FromMinutes(2))
        {
            lines.Add(new(lead.SentAt, say["Story.Sent"], null));
        }

        if (lead.OwnedAt is { } owned)
        {
            lines.Add(new(owned, lead.OwnerName is null ? say["Story.OwnedYou"] : say["Story.Owned", lead.OwnerName], null));
        }

        foreach (var attempt in lead.Attempts ?? [])
        {
            lines.Add(new(attempt.At, say["Story.Attempt", attempt.ByName ?? say["Board.Colleague"], say.Say(attempt.Channel), say.Say(attempt.Result)].TrimStart(':', ' '), attempt.Note));
        }

        foreach (var note in lead.Notes ?? [])
        {
            lines.Add(new(note.At, say["Story.Wrote", note.ByName ?? say["Board.Colleague"]], note.Text));
        }

        if (lead.NextAt is { } next)
        {
            lines.Add(new(next, say["Story.Next"], null));
        }

        return [.. lines.OrderByDescending(l => l.At)];
    }
}

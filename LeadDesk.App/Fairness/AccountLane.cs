namespace LeadDesk.App.Fairness;

/// <summary>
/// How a person stands in one lane. Due, Received and Balance are ledger units; Taken leads against Expected (an even part of what was given
/// out while they could have had it, in leads). Decides = the ledger decides there, else whoever is quick or chosen takes.
/// </summary>
public sealed record AccountLane(string Key, string Name, bool Decides, Int128 Due, Int128 Received, Int128 Balance, int Taken, double Expected)
{
    /// <summary>Nothing has happened there yet.</summary>
    public bool IsBlank => Due == 0 && Received == 0 && Taken == 0 && Expected == 0;
}

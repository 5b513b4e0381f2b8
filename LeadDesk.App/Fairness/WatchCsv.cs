using System.Globalization;
using System.Text;
using LeadDesk.App.Api;

namespace LeadDesk.App.Fairness;

/// <summary>The fairness watch as one table for a spreadsheet: a row for each person in each figure, each lane left behind, each pair of a giver and a taker. The days are the floor's, in its time zone.</summary>
public static class WatchCsv
{
    private static readonly string[] Columns = ["from", "until", "timeZone", "figure", "title", "who", "whoId", "beside", "count", "of", "othersCount", "othersOf", "standsOut"];

    public static string Write(WatchView view, WatchWording wording, string zone)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(wording);
        // The mark at the beginning tells spreadsheets that it is UTF-8.
        var text = new StringBuilder("\uFEFF").Append(CsvText.Row(Columns));
        void Row(params IEnumerable<string?> cells) => text.Append(CsvText.Row([Day(view.From), Day(view.Until), zone, .. cells]));
        foreach (var card in view.Cards)
        {
            foreach (var person in card.People)
            {
                Row(WireName.Of(card.Kind), wording.Title(card.Kind), person.Name, person.Id.ToString(), null, Number(person.Row.Count), Number(person.Row.Of), Number(person.Row.OthersCount), Number(person.Row.OthersOf), person.Row.StandsOut ? "yes" : "no");
            }
        }

        foreach (var lane in view.LeftBehind)
        {
            Row("leftBehind", view.NameOf(lane.Lane), lane.Source.Length == 0 ? null : view.NameOf(lane.Source), null, null, Number(lane.Left), Number(lane.Left + lane.Taken), null, null, null);
        }

        foreach (var given in view.Given)
        {
            Row("given", null, given.ByName, given.ById.ToString(), given.ToName, Number(given.Leads), null, null, null, null);
        }

        return text.ToString();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using LeadDesk.Domain.Clocks;
using LeadDesk.Domain.Floor;

namespace LeadDesk.App.Admin;

/// <summary>What is agreed with a person while somebody edits it, as texts; it leaves as the fields of a floor file.</summary>
public sealed class PersonForm
{
    private static readonly DayOfWeek[] Monday = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public PersonForm(PersonEntry person, IEnumerable<string> lanes)
    {
        ArgumentNullException.ThrowIfNull(person);
        var terms = person.Terms;
        (Name, Role, Location, WipLimit, TakesLeads, MayExport, Seniority) = (person.Name, terms.Role, terms.Location ?? "", terms.WipLimit, terms.TakesLeads, terms.MayExport, terms.Seniority);
        (CapDay, CapWeek, CapMonth) = (terms.Caps.Day, terms.Caps.Week, terms.Caps.Month);
        (Weight, Ramp, Induction) = (terms.WeightThousandths / 1000m, terms.RampThousandths / 10m, terms.Induction);
        (Languages, Regions, Cover) = (string.Join(", ", terms.Languages), string.Join(", ", terms.Regions), terms.Cover);
        Teams = terms.Teams.ToHashSet(StringComparer.Ordinal);
        Skills = [.. terms.Skills.Select(s => new SkillForm { Name = s.Key, Level = s.Value })];
        Leave = [.. terms.Leave.Select(l => new LeaveForm { From = l.From, Until = l.Until })];
        IsAlwaysOn = terms.Shift is null;
        Days = [.. Monday.Select(day => new ShiftDay(day) { Text = terms.Shift is null ? day is DayOfWeek.Saturday or DayOfWeek.Sunday ? "" : "09:00-17:00" : string.Join(", ", terms.Shift.Week[day].Select(Text)) })];
        Wishes = [.. lanes.Select(lane => new WishForm(lane, person.OptIn.GetValueOrDefault(lane, OptIn.Everything)))];
    }

    public string Name { get; set; }

    public Role Role { get; set; }

    public string Location { get; set; }

    public int WipLimit { get; set; }

    public int? CapDay { get; set; }

    public int? CapWeek { get; set; }

    public int? CapMonth { get; set; }

    public decimal Weight { get; set; }

    /// <summary>Percent; while an induction lasts it says where it stands.</summary>
    public decimal Ramp { get; set; }

    public Induction? Induction { get; set; }

    public bool TakesLeads { get; set; }

    public bool MayExport { get; set; }

    public int Seniority { get; set; }

    public string Languages { get; set; }

    public string Regions { get; set; }

    public RepId? Cover { get; set; }

    public ISet<string> Teams { get; }

    public IList<SkillForm> Skills { get; }

    public IList<LeaveForm> Leave { get; }

    public bool IsAlwaysOn { get; set; }

    public ImmutableArray<ShiftDay> Days { get; }

    public ImmutableArray<WishForm> Wishes { get; }

    /// <summary>The fields of a floor file; all of them but address and secrets.</summary>
    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["role"] = Api.WireName.Of(Role),
        ["takesLeads"] = TakesLeads,
        ["mayExport"] = MayExport,
        ["teams"] = Texts(Teams.Order(StringComparer.Ordinal)),
        ["location"] = Location.Length == 0 ? null : Location,
        ["skills"] = new JsonObject(Skills.Where(s => !string.IsNullOrWhiteSpace(s.Name)).DistinctBy(s => s.Name.Trim(), StringComparer.Ordinal).Select(s => KeyValuePair.Create(s.Name.Trim(), (JsonNode?)s.Level))),
        ["languages"] = Texts(Split(Languages)),
        ["regions"] = Texts(Split(Regions)),
        ["shift"] = IsAlwaysOn ? null : new JsonObject(Days.Where(d => !string.IsNullOrWhiteSpace(d.Text)).Select(d => KeyValuePair.Create(d.Key, (JsonNode?)Texts(Split(d.Text))))),
        ["wipLimit"] = WipLimit,
        ["caps"] = new JsonObject().Unless(CapDay is null, "day", CapDay).Unless(CapWeek is null, "week", CapWeek).Unless(CapMonth is null, "month", CapMonth),
        ["weight"] = Weight,
        ["ramp"] = Induction is { } stages ? FloorFilePeople.Write(stages) : Ramp == 100 ? "full" : Ramp,
        ["seniority"] = Seniority,
        ["leave"] = new JsonArray([.. Leave.Where(l => l.From is not null || l.Until is not null).Select(l => (JsonNode)new JsonObject { ["from"] = Day(l.From), ["until"] = Day(l.Until ?? l.From) })]),
        ["optIn"] = new JsonObject(Wishes.Select(w => KeyValuePair.Create(w.Lane, (JsonNode?)new JsonObject { ["on"] = w.On }.Unless(w.PerDay is null, "perDay", w.PerDay).Unless(string.IsNullOrWhiteSpace(w.Quiet), "quiet", w.Quiet.Trim())))),
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(TimeRange range) => $"{Clock(range.Start)}-{Clock(range.End)}";

    private static string Clock(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}");

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode)t)];
}

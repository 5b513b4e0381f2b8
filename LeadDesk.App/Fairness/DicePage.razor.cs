using System.Globalization;
using LeadDesk.Domain.Floor;
using Microsoft.AspNetCore.Components;

namespace LeadDesk.App.Fairness;

/// <summary>The open dice: what is looked at stands in the address.</summary>
public sealed partial class DicePage
{
    private const int MostDays = 60;

    [Inject] private DiceReading Reading { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Day { get; set; }

    [SupplyParameterFromQuery] private string? Entry { get; set; }

    protected override bool WholeFloor => true;

    private DiceView? View { get; set; }

    /// <summary>Only a new day changes what is shown.</summary>
    protected override object Mark() => Floor.Day;

    protected override async Task ReadAsync()
    {
        var screen = Floor.Person(Me).Terms.Role == Role.Wallboard;
        var days = await Reading.DaysAsync();
        long? entry = long.TryParse(Entry, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var draw = entry is { } asked && !screen ? await Reading.DrawAsync(Me, asked) : null;
        DateOnly? day = draw?.Day.Day ?? (DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : days.FirstOrDefault(d => d.IsOpen)?.Day);
        var draws = day is { } chosen && !screen ? await Reading.DrawsAsync(Me, chosen) ?? [] : [];
        View = new([.. days.Take(MostDays)], day, draws, draw) { Missing = draw is null ? entry : null };
    }

    private void LookFor(long entry) => Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"dice?entry={entry}"));
}

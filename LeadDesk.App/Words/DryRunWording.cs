using System.Globalization;
using LeadDesk.App.Rules;
using LeadDesk.Domain.Distribution;
using LeadDesk.Domain.Floor;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Words;

/// <summary>Says what a dry run found.</summary>
public sealed class DryRunWording(IStringLocalizer<DryRunWords> texts)
{
    public string this[string key] => texts[key].Value;

    public string this[string key, params object[] values] => texts[key, values].Value;

    /// <summary>What no dry run can know.</summary>
    public string Caveat => texts["caveat"];

    /// <summary>The outcome in one or two sentences.</summary>
    public string Sentence(DryRunView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.Leads == 0)
        {
            return texts["none"];
        }

        var what = texts["sentence", view.Leads, view.Before.Late, view.After.Late, Wait(view.Before.MedianWaitSeconds), Wait(view.After.MedianWaitSeconds), view.Moved];
        return view.Enough ? what : $"{what.Value} {Few(view)}";
    }

    public string Few(DryRunView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return texts["few", view.Leads];
    }

    /// <summary>A lane by its name in the draft, else by its name now.</summary>
    public string LaneName(FloorPlan draft, FloorPlan now, string lane)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(now);
        return lane == Fallback.Managers.Key
            ? texts["managers"]
            : draft.Lanes.Concat(now.Lanes).FirstOrDefault(l => l.Key == lane)?.Name ?? lane;
    }

    /// <summary>Minutes and seconds, from an hour on hours and minutes.</summary>
    public string Wait(int? seconds) => seconds switch
    {
        null => "–",
        < 3600 => string.Create(CultureInfo.CurrentCulture, $"{seconds / 60}:{seconds % 60:00} min"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{seconds / 3600}:{seconds / 60 % 60:00} h"),
    };

    /// <summary>A part of all, and whose it is.</summary>
    public string Share(DryRunFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.LargestShareName is { } name ? texts["share", figures.LargestShare.ToString("P0", CultureInfo.CurrentCulture), name] : "–";
    }
}

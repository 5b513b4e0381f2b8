using LeadDesk.App.Desk;
using LeadDesk.App.Store;
using Microsoft.Extensions.Localization;

namespace LeadDesk.App.Settings;

/// <summary>How the desk is, in sentences, for whoever keeps it running.</summary>
public sealed class HealthReading(DeskLoop desk, Clerk clerk, DeskClock clock, CommittedFloor floor, StoreAddress store, IStringLocalizer<SettingsTexts> words)
{
    private const long Gigabyte = 1L << 30;
    private const double Megabyte = 1 << 20;
    private static readonly TimeSpan TickLate = TimeSpan.FromSeconds(10);

    public IReadOnlyList<HealthLine> Read()
    {
        var late = clerk.SinceTick >= TickLate;
        var lines = new List<HealthLine>
        {
            new(words["Health.Store"], desk.Trouble is null, desk.Trouble is null ? words["Health.StoreWell", floor.Now.Seq] : words["Health.StoreIll", desk.Trouble]),
            new(words["Health.Clock"], !late && !clock.IsOff, late ? words["Health.ClockLate", (int)clerk.SinceTick.TotalSeconds] : clock.IsOff ? words["Health.ClockOff"] : words["Health.ClockWell"]),
        };
        var file = new FileInfo(store.File);
        if (file is { Exists: true, Directory: { } folder })
        {
            var free = new DriveInfo(folder.FullName).AvailableFreeSpace;
            lines.Add(new(words["Health.Disk"], free > Gigabyte, words[free > Gigabyte ? "Health.DiskWell" : "Health.DiskLow", free / (double)Gigabyte, file.Length / Megabyte]));
        }

        return lines;
    }
}

using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace LeadDesk.Tests.Faults;

/// <summary>
/// A store on a disk that fails as told, for a server of its own process: Shim/fault.c, compiled when it is first wanted. It also keeps what
/// has been flushed and nothing else, so that a power cut can be played: what was written and not flushed is there or not, as chance has it.
/// </summary>
internal sealed class FaultyDisk : IDisposable
{
    private const int Block = 512;
    private static readonly Lazy<string?> Compiled = new(Compile);
    private static readonly string[] Files = ["desk.db", "desk.db-wal"];
    private readonly DirectoryInfo folder;
    private readonly string durable;
    private readonly MemoryMappedFile knobs;
    private readonly MemoryMappedViewAccessor view;

    public FaultyDisk(DirectoryInfo folder)
    {
        this.folder = folder;
        durable = folder.CreateSubdirectory("durable").FullName;
        knobs = MemoryMappedFile.CreateFromFile(Path.Combine(folder.FullName, "knobs"), FileMode.Create, null, 64);
        view = knobs.CreateViewAccessor();
    }

    /// <summary>Null where nothing can be compiled or preloaded.</summary>
    public static string? Shim => Compiled.Value;

    public string Store => Path.Combine(folder.FullName, Files[0]);

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LD_PRELOAD"] = Shim!,
        ["FAULT_STORE"] = Store,
        ["FAULT_KNOBS"] = Path.Combine(folder.FullName, "knobs"),
        ["FAULT_DISK"] = durable,
    };

    public long Flushes => view.ReadInt64(32);

    public long Failed => view.ReadInt64(40);

    /// <summary>Flushing fails with this error so many times, -1 = from now on; reallyDone: what reports the error is on disk all the same.</summary>
    public void FailFlushes(int error, int times, bool reallyDone = false) => Set((20, reallyDone ? 1 : 0), (4, times), (0, error));

    public void FailWrites(int error) => Set((16, -1), (12, error));

    public void FailOpening(int error) => Set((24, error));

    /// <summary>Every flush takes this long, or until it is made well.</summary>
    public void Hang(TimeSpan each) => Set((8, (int)each.TotalMilliseconds));

    /// <summary>The process dies at this flush from now; 1 = the next.</summary>
    public void DieAtFlush(int which) => Set((28, which));

    public void BeWell() => Set((0, 0), (4, 0), (8, 0), (12, 0), (16, 0), (20, 0), (24, 0), (28, 0));

    /// <summary>
    /// The server is dead: the store becomes what a power cut may have left. Everything that was flushed is there; of what was not, each
    /// block is there or not, as the dice fall.
    /// </summary>
    public void CutPower(Random dice)
    {
        foreach (var name in Files)
        {
            var (file, safe) = (Path.Combine(folder.FullName, name), Path.Combine(durable, name));
            if (!File.Exists(safe))
            {
                File.Delete(file);
                continue;
            }

            var (written, image) = (File.Exists(file) ? File.ReadAllBytes(file) : [], File.ReadAllBytes(safe));
            if (written.Length > image.Length && dice.Next(2) == 0)
            {
                Array.Resize(ref image, written.Length);
            }

            var share = dice.Next(3) * 50;
            for (var at = 0; at < Math.Min(image.Length, written.Length); at += Block)
            {
                var length = Math.Min(Block, Math.Min(image.Length, written.Length) - at);
                if (dice.Next(100) < share)
                {
                    written.AsSpan(at, length).CopyTo(image.AsSpan(at, length));
                }
            }

            File.WriteAllBytes(file, image);
            File.WriteAllBytes(safe, image);
        }

        File.Delete(Store + "-shm");
    }

    /// <summary>A new disk, with nothing on it; its server is dead.</summary>
    public void Forget()
    {
        foreach (var file in folder.EnumerateFiles(Files[0] + "*").Concat(new DirectoryInfo(durable).EnumerateFiles()))
        {
            file.Delete();
        }
    }

    public void Dispose()
    {
        view.Dispose();
        knobs.Dispose();
    }

    private void Set(params (int At, int Value)[] values)
    {
        foreach (var (at, value) in values)
        {
            view.Write(at, value);
        }
    }

    private static string? Compile()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var library = Path.Combine(Directory.CreateTempSubdirectory("leaddesk-shim-").FullName, "fault.so");
        try
        {
            using var gcc = Process.Start(new ProcessStartInfo("gcc", ["-O2", "-shared", "-fPIC", "-o", library, Path.Combine(AppContext.BaseDirectory, "Faults", "Shim", "fault.c"), "-ldl", "-lpthread"]) { UseShellExecute = false })!;
            gcc.WaitForExit();
            return gcc.ExitCode == 0 ? library : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No compiler here.
            return null;
        }
    }
}

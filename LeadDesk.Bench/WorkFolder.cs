namespace LeadDesk.Bench;

/// <summary>A folder of its own for the files of one run, on the disk that was asked for; gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder(Options options)
    {
        var parent = options.Text("dir", System.IO.Path.GetTempPath());
        Path = System.IO.Path.Combine(parent, $"leaddesk-bench-{Environment.ProcessId}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

namespace LeadDesk.Tests.Faults;

/// <summary>What can be wrong with a disk.</summary>
public enum DiskFault
{
    OneFlushFails,
    OneFlushReportsAFailureAndIsDone,
    FlushesFail,
    WritesFail,
    Full,
    ReadOnly,
    FlushesHang,
}

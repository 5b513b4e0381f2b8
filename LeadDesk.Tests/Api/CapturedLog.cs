using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LeadDesk.Tests.Api;

/// <summary>Everything the server wrote into its log, as text.</summary>
public sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel} {formatter?.Invoke(state, exception)} {exception}");

    public void Dispose()
    {
        // Nothing is held.
    }
}

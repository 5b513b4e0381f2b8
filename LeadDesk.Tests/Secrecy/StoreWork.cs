using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LeadDesk.Tests.Secrecy;

/// <summary>Counts what one store is asked, so that two answers can be compared by the work behind them and not by a clock.</summary>
internal sealed class StoreWork : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly string file;
    private readonly IDisposable listeners;
    private readonly List<IDisposable> heard = [];
    private readonly List<string> asked = [];

    public StoreWork(string file)
    {
        this.file = file;
        listeners = DiagnosticListener.AllListeners.Subscribe(this);
    }

    /// <summary>The statements since the last time, in order.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (asked)
        {
            var taken = asked.ToList();
            asked.Clear();
            return taken;
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Name == DbLoggerCategory)
        {
            heard.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { ExecuteMethod: not DbCommandMethod.ExecuteNonQuery } command && command.Command.Connection?.DataSource == file)
        {
            lock (asked)
            {
                asked.Add(command.Command.CommandText);
            }
        }
    }

    public void OnCompleted()
    {
        // Nothing ends before the test does.
    }

    public void OnError(Exception error) => throw error;

    public void Dispose()
    {
        heard.ForEach(h => h.Dispose());
        listeners.Dispose();
    }

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";
}

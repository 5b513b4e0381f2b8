using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Xunit;

namespace LeadDesk.Tests.Live;

/// <summary>
/// SignalR's JSON protocol over a bare WebSocket: the C# client does not restore everywhere. It reads all the time and says that it lives, as
/// every client does: the server lets go of whoever is silent for half a minute, or takes nothing for ten seconds.
/// </summary>
public sealed class RawHub : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly ClientWebSocket socket = new();
    private readonly byte[] bytes = new byte[65_536];
    private readonly char[] chars = new char[65_536];
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder begun = new();
    private readonly Channel<string> read = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource over = new();
    private readonly ConcurrentQueue<string> frames = [];
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private Task reading = Task.CompletedTask;
    private int calls;

    /// <summary>Everything that has come so far, as it came; of a feed that runs for long nothing is kept.</summary>
    public IReadOnlyCollection<string> Frames => frames;

    /// <summary>Whether what was read is kept.</summary>
    public bool Keeps { get; set; } = true;

    public static async Task<RawHub> ConnectAsync(string url)
    {
        var hub = new RawHub();
        await hub.socket.ConnectAsync(new Uri(url.Replace("http:", "ws:", StringComparison.Ordinal)), CancellationToken.None);
        hub.reading = hub.ReadAllAsync();
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        Assert.Equal("{}", await hub.ReadAsync());
        _ = hub.LiveAsync();
        return hub;
    }

    public async Task<JsonElement> InvokeAsync(string method, params object[] arguments)
    {
        var id = (++calls).ToString(CultureInfo.InvariantCulture);
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));
        var answer = await NextAsync(m => m.GetProperty("type").GetInt32() == 3 && m.GetProperty("invocationId").GetString() == id);
        return answer.GetProperty("result");
    }

    public async Task<JsonElement> EventAsync(string target)
    {
        var message = await NextAsync(m => m.GetProperty("type").GetInt32() == 1 && m.GetProperty("target").GetString() == target);
        return message.GetProperty("arguments")[0];
    }

    /// <summary>The arguments of the next message of this kind that suits; what comes before it is read over.</summary>
    public async Task<JsonElement> MessageAsync(string target, Predicate<JsonElement>? suits = null)
    {
        var message = await NextAsync(m => m.GetProperty("type").GetInt32() == 1 && m.GetProperty("target").GetString() == target && (suits is null || suits(m.GetProperty("arguments"))));
        return message.GetProperty("arguments");
    }

    /// <summary>Says hello, with the number of the last picture seen.</summary>
    public async Task HelloAsync(long lastVersion = 0)
    {
        var id = (++calls).ToString(CultureInfo.InvariantCulture);
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = "Hello", arguments = new[] { lastVersion } }));
    }

    /// <summary>Until the server has ended the connection, for at most half a minute.</summary>
    public Task UntilClosedAsync() => reading.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        socket.Dispose();
        await reading;
        sending.Dispose();
        over.Dispose();
    }

    private async Task SendAsync(string json)
    {
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(json + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Says now and then that it is there.</summary>
    private async Task LiveAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(Alive, TimeProvider.System, over.Token);
                await SendAsync("""{"type":6}""");
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or WebSocketException or InvalidOperationException)
        {
            // The connection is over; whoever reads finds out.
        }
    }

    private async Task<JsonElement> NextAsync(Predicate<JsonElement> wanted)
    {
        while (true)
        {
            using var document = JsonDocument.Parse(await ReadAsync());
            if (wanted(document.RootElement))
            {
                return document.RootElement.Clone();
            }
        }
    }

    private async Task<string> ReadAsync()
    {
        try
        {
            return await read.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        }
        catch (ChannelClosedException closed)
        {
            throw new WebSocketException("The server ended the connection.", closed.InnerException ?? closed);
        }
    }

    private async Task ReadAllAsync()
    {
        Exception? why = null;
        try
        {
            while (await socket.ReceiveAsync(bytes.AsMemory(), over.Token) is { MessageType: not WebSocketMessageType.Close } part)
            {
                var pieces = new string(chars, 0, decoder.GetChars(bytes, 0, part.Count, chars, 0)).Split(End);
                begun.Append(pieces[0]);
                foreach (var next in pieces.Skip(1))
                {
                    Keep(begun.ToString());
                    begun.Clear().Append(next);
                }
            }
        }
        catch (Exception cut) when (cut is OperationCanceledException or ObjectDisposedException or WebSocketException)
        {
            why = cut;
        }

        read.Writer.Complete(why);
    }

    private void Keep(string frame)
    {
        if (Keeps)
        {
            frames.Enqueue(frame);
        }

        read.Writer.TryWrite(frame);
    }
}

using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace LeadDesk.Tests.Live;

/// <summary>SignalR's JSON protocol over a bare WebSocket: the C# client does not restore everywhere.</summary>
public sealed class RawHub : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly ClientWebSocket socket = new();
    private readonly byte[] bytes = new byte[65_536];
    private readonly char[] chars = new char[65_536];
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder begun = new();
    private readonly Queue<string> whole = [];
    private readonly List<string> frames = [];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private int calls;

    /// <summary>Everything that was read so far, as it came; of a feed that runs for long nothing is kept.</summary>
    public IReadOnlyList<string> Frames => frames;

    /// <summary>Whether what was read is kept.</summary>
    public bool Keeps { get; set; } = true;

    public static async Task<RawHub> ConnectAsync(string url)
    {
        var hub = new RawHub();
        await hub.socket.ConnectAsync(new Uri(url.Replace("http:", "ws:", StringComparison.Ordinal)), CancellationToken.None);
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        Assert.Equal("{}", await hub.ReadAsync());
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

    /// <summary>Reads on until the server ends the connection, for at most half a minute.</summary>
    public async Task UntilClosedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[8192];
        try
        {
            while ((await socket.ReceiveAsync(buffer, limit.Token)).MessageType != WebSocketMessageType.Close)
            {
                // whatever was still on its way
            }
        }
        catch (WebSocketException)
        {
            // cut without a word
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SendAsync(string json) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(json + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

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
        string? frame;
        while (!whole.TryDequeue(out frame))
        {
            var part = await socket.ReceiveAsync(bytes.AsMemory(), CancellationToken.None).AsTask().WaitAsync(Patience);
            var pieces = new string(chars, 0, decoder.GetChars(bytes, 0, part.Count, chars, 0)).Split(End);
            begun.Append(pieces[0]);
            foreach (var next in pieces.Skip(1))
            {
                whole.Enqueue(begun.ToString());
                begun.Clear().Append(next);
            }
        }

        if (Keeps)
        {
            frames.Add(frame);
        }

        return frame;
    }
}

using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningCity.Analytics.Infrastructure.Pdf;

/// <summary>A connection by the browser's DevTools protocol: numbered requests, answers in any order.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket _socket;
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly CancellationTokenSource _ended = new();
    private Task _receiving = Task.CompletedTask;
    private int _last;

    private DevTools(ClientWebSocket socket) => _socket = socket;

    internal bool IsOpen => _socket.State == WebSocketState.Open && !_receiving.IsCompleted;

    internal static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.Proxy = null;
        try
        {
            await socket.ConnectAsync(address, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var devTools = new DevTools(socket);
        devTools._receiving = devTools.ReceiveAsync();
        return devTools;
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <param name="method">Of the protocol.</param>
    /// <param name="parameters">Of the method.</param>
    /// <param name="session">The page that it is about; null for the browser.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="IOException">The browser refused, or the connection ended.</exception>
    internal async Task<JsonElement> SendAsync(
        string method, JsonObject? parameters, string? session, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _last);
        var request = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null) request["sessionId"] = session;
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        try
        {
            if (_receiving.IsCompleted) throw new IOException("The browser has gone.");
            await _sending.WaitAsync(cancellationToken);
            try
            {
                await _socket.SendAsync(
                    JsonSerializer.SerializeToUtf8Bytes(request), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }
            finally
            {
                _sending.Release();
            }

            return await answer.Task.WaitAsync(cancellationToken);
        }
        catch (WebSocketException exception)
        {
            throw new IOException("The browser has gone.", exception);
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _ended.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, _ended.Token);
                if (part.MessageType == WebSocketMessageType.Close) break;
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage) continue;
                Answer(message.GetBuffer().AsMemory(0, (int)message.Length));
                message.SetLength(0);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // Whoever waits is told below.
        }
        finally
        {
            foreach (var waiting in _waiting.Values) waiting.TrySetException(new IOException("The browser has gone."));
        }
    }

    private void Answer(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var message = document.RootElement;
        if (!message.TryGetProperty("id", out var id) || !_waiting.TryGetValue(id.GetInt32(), out var waiting)) return;
        if (message.TryGetProperty("error", out var error)) waiting.TrySetException(new IOException($"The browser refused: {error.GetRawText()}"));
        else waiting.TrySetResult(message.GetProperty("result").Clone());
    }
}

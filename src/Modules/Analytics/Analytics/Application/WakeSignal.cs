using System.Threading.Channels;

namespace LearningCity.Analytics.Application;

/// <summary>Wakes a worker of this process when there is something to do, so that it need not look.</summary>
internal abstract class WakeSignal
{
    private readonly Channel<bool> _signal =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to do.</summary>
    internal void Wake() => _signal.Writer.TryWrite(true);

    /// <summary>Waits for a wake-up, or for as long as other hosts may have left something behind.</summary>
    internal async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(atMost);
        try
        {
            await _signal.Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The wait is over: the worker looks for itself.
        }
    }
}

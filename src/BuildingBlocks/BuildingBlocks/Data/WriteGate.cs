namespace LearningCity.BuildingBlocks.Data;

/// <summary>
/// SQLite takes one writer at a time, and its driver waits for the lock synchronously, on a thread of the pool. So writers of this
/// process queue here first, asynchronously. The other databases pass through.
/// </summary>
public sealed class WriteGate(IDatabaseProvider provider) : IDisposable
{
    private readonly SemaphoreSlim? _gate = provider.WritesOneAtATime ? new(1, 1) : null;

    /// <summary>Waits until this process may write; dispose the pass when done.</summary>
    public async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        if (_gate is null) return null;
        await _gate.WaitAsync(cancellationToken);
        return new Pass(_gate);
    }

    /// <inheritdoc />
    public void Dispose() => _gate?.Dispose();

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? _held = gate;

        public void Dispose() => Interlocked.Exchange(ref _held, null)?.Release();
    }
}

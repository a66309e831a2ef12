using MediatR;

namespace LearningCity.BuildingBlocks.Messaging;

/// <summary>
/// Sends the messages of one scope one after the other. A scope has one context and one connection, which take one question at a time,
/// but the components of a page start side by side: each waits for its turn here. What a handler sends belongs to its own turn.
/// </summary>
internal sealed class SequentialSender(IMediator mediator) : ISender, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly AsyncLocal<bool> _hasTurn = new();

    public Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) =>
        InTurnAsync(() => mediator.Send(request, cancellationToken), cancellationToken);

    public Task Send<TRequest>(TRequest request, CancellationToken cancellationToken = default)
        where TRequest : IRequest =>
        InTurnAsync(
            async () =>
            {
                await mediator.Send(request, cancellationToken);
                return true;
            },
            cancellationToken);

    public Task<object?> Send(object request, CancellationToken cancellationToken = default) =>
        InTurnAsync(() => mediator.Send(request, cancellationToken), cancellationToken);

    /// <summary>A stream lasts as long as its reader wants; its reader takes care of the turn.</summary>
    public IAsyncEnumerable<TResponse> CreateStream<TResponse>(IStreamRequest<TResponse> request, CancellationToken cancellationToken = default) =>
        mediator.CreateStream(request, cancellationToken);

    /// <summary>A stream lasts as long as its reader wants; its reader takes care of the turn.</summary>
    public IAsyncEnumerable<object?> CreateStream(object request, CancellationToken cancellationToken = default) =>
        mediator.CreateStream(request, cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task<T> InTurnAsync<T>(Func<Task<T>> send, CancellationToken cancellationToken)
    {
        if (_hasTurn.Value) return await send();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _hasTurn.Value = true;
            return await send();
        }
        finally
        {
            _turn.Release();
        }
    }
}

using LearningCity.BuildingBlocks.Messaging;
using MediatR;

namespace LearningCity.BuildingBlocks.Tests.Messaging;

internal sealed class SequentialSenderTests
{
    [Test]
    public async Task Messages_of_one_scope_that_are_sent_side_by_side_are_handled_one_after_the_other()
    {
        var mediator = new SlowMediator();
        using var sender = new SequentialSender(mediator);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sender.Send(new Ask(false))));
        mediator.MostAtOnce.ShouldBe(1);
    }

    [Test]
    public async Task What_a_handler_asks_belongs_to_its_own_turn()
    {
        var mediator = new SlowMediator();
        using var sender = new SequentialSender(mediator);
        mediator.Inner = sender;
        var answers = await Task.WhenAll(sender.Send(new Ask(true)), sender.Send(new Ask(true))).WaitAsync(TimeSpan.FromSeconds(10));
        answers.ShouldBe([2, 2]);
    }

    [Test]
    public async Task A_message_that_fails_gives_its_turn_back()
    {
        var mediator = new SlowMediator { Fails = true };
        using var sender = new SequentialSender(mediator);
        await Should.ThrowAsync<InvalidOperationException>(() => sender.Send(new Ask(false)));
        mediator.Fails = false;
        (await sender.Send(new Ask(false)).WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(1);
    }

    private sealed record Ask(bool AsksOn) : IRequest<int>;

    /// <summary>Handles <see cref="Ask"/>, and notices how many are handled at once.</summary>
    private sealed class SlowMediator : IMediator
    {
        private int _now;

        internal int MostAtOnce { get; private set; }

        internal SequentialSender? Inner { get; set; }

        internal bool Fails { get; set; }

        public async Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _now));
            await Task.Yield();
            if (Fails) throw new InvalidOperationException("It fails.");
            var more = request is Ask { AsksOn: true } ? await Inner!.Send(new Ask(false), cancellationToken) : 0;
            Interlocked.Decrement(ref _now);
            return (TResponse)(object)(1 + more);
        }

        public Task Send<TRequest>(TRequest request, CancellationToken cancellationToken = default)
            where TRequest : IRequest => throw new NotSupportedException();

        public Task<object?> Send(object request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<TResponse> CreateStream<TResponse>(IStreamRequest<TResponse> request, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<object?> CreateStream(object request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
            where TNotification : INotification => throw new NotSupportedException();
    }
}

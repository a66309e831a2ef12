using LearningCity.BuildingBlocks.Contracts;
using MediatR;

namespace LearningCity.BuildingBlocks.Messaging;

/// <summary>Answers a question.</summary>
public interface IQueryHandler<in TQuery, TAnswer> : IRequestHandler<TQuery, TAnswer>
    where TQuery : IQuery<TAnswer>;

/// <summary>Answers a question item by item.</summary>
public interface IStreamQueryHandler<in TQuery, out TItem> : IStreamRequestHandler<TQuery, TItem>
    where TQuery : IStreamQuery<TItem>;

/// <summary>Listens to an event of another module. Delivery is at least once: a listener is idempotent.</summary>
public interface IListener<in TEvent> : INotificationHandler<TEvent>
    where TEvent : IIntegrationEvent;

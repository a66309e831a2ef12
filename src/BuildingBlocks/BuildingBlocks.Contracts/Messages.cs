using MediatR;

namespace LearningCity.BuildingBlocks.Contracts;

/// <summary>A question: it changes nothing. Each has exactly one handler, in the module that knows the answer.</summary>
/// <typeparam name="TAnswer">A flat record made for strangers, never an entity.</typeparam>
public interface IQuery<out TAnswer> : IRequest<TAnswer>;

/// <summary>A question whose answer is too long for memory: it is streamed.</summary>
/// <typeparam name="TItem">One item of the answer.</typeparam>
public interface IStreamQuery<out TItem> : IStreamRequest<TItem>;

/// <summary>
/// A fact that a module tells the others, in the past tense. It is saved in the transaction of the change it reports and delivered
/// at least once, in no promised order: listeners are idempotent, and an event carries which thing changed and to which version,
/// never a difference.
/// </summary>
public interface IIntegrationEvent : INotification
{
    /// <summary>Names this event: a delivery that repeats it carries the same id.</summary>
    Guid EventId { get; }
}

/// <summary>The stable name under which an event is stored and sent: <c>module.happened.v1</c>. Fields are only ever added.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The stable name.</summary>
    public string Name { get; } = name;
}

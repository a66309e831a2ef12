using System.Reflection;
using System.Text.Json;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;

namespace LearningCity.BuildingBlocks.Outbox;

/// <summary>All events by their stable names, so that a stored event outlives the name of its type.</summary>
public sealed class EventCatalog
{
    private readonly Dictionary<string, Type> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> _byType = [];

    /// <summary>The events of these assemblies; two events of one name are a bug that stops the host.</summary>
    public EventCatalog(IEnumerable<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        foreach (var type in assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()))
        {
            if (type.IsAbstract || !type.IsAssignableTo(typeof(IIntegrationEvent))) continue;
            var name = type.GetCustomAttribute<EventNameAttribute>()?.Name
                ?? throw new InvalidOperationException($"{type.FullName} has no EventName.");
            if (!_byName.TryAdd(name, type)) throw new InvalidOperationException($"Two events are named {name}.");
            _byType.Add(type, name);
        }
    }

    /// <summary>Every stable name.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>The stable name of an event.</summary>
    public string NameOf(Type type) => _byType.TryGetValue(type, out var name)
        ? name
        : throw new InvalidOperationException($"{type.FullName} is not an event of a module in the host's list.");

    /// <summary>The event as JSON.</summary>
    public string Write(IIntegrationEvent integrationEvent)
    {
        ArgumentNullException.ThrowIfNull(integrationEvent);
        return JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), Json.Options);
    }

    /// <summary>The event that <see cref="Write"/> wrote.</summary>
    public IIntegrationEvent Read(string name, string payload) => _byName.TryGetValue(name, out var type)
        ? (IIntegrationEvent)JsonSerializer.Deserialize(payload, type, Json.Options)!
        : throw new InvalidOperationException($"No event is named {name}.");
}

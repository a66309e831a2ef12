using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application;

/// <summary>A change of the registry as it is being made up: the book, which units it touches, and the records that say so.</summary>
internal sealed class RegistryChange(UnitBook book)
{
    private readonly HashSet<Guid> _touched = [];
    private readonly List<Reorganisation> _records = [];
    private readonly List<HandOver> _handOvers = [];

    internal UnitBook Book { get; } = book;

    internal IReadOnlyCollection<Guid> Touched => _touched;

    internal IReadOnlyList<Reorganisation> Records => _records;

    internal IReadOnlyList<HandOver> HandOvers => _handOvers;

    internal void Add(Reorganisation record, IEnumerable<Guid> touched, IEnumerable<HandOver> handOvers)
    {
        _records.Add(record);
        _handOvers.AddRange(handOvers);
        _touched.UnionWith(touched);
        _touched.UnionWith(_handOvers.Select(line => line.FromUnitId));
    }

    /// <summary>Units that change by themselves, without a decision.</summary>
    internal static RegistryChange Of(UnitBook book, IEnumerable<Guid> touched, IEnumerable<HandOver>? handOvers = null)
    {
        var change = new RegistryChange(book);
        change._touched.UnionWith(touched);
        change._handOvers.AddRange(handOvers ?? []);
        return change;
    }
}

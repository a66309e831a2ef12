using System.Collections.Frozen;

namespace LearningCity.Submissions.Contracts;

/// <summary>
/// Which indicator stands at which place of the sheets of one version of a criteria set. Published versions never change, so neither do
/// the places; they are written down once, with the first sheet, so that old sheets can be read whatever becomes of the catalogue.
/// </summary>
public sealed class SheetLayout
{
    private readonly Guid[] _indicatorIds;
    private readonly FrozenDictionary<Guid, int> _places;

    /// <summary>The layout of a version.</summary>
    /// <param name="versionId">The version of the criteria set.</param>
    /// <param name="indicatorIds">Its indicators, by place.</param>
    public SheetLayout(Guid versionId, IEnumerable<Guid> indicatorIds)
    {
        ArgumentNullException.ThrowIfNull(indicatorIds);
        VersionId = versionId;
        _indicatorIds = [.. indicatorIds];
        _places = _indicatorIds.Select((id, place) => KeyValuePair.Create(id, place)).ToFrozenDictionary();
    }

    /// <summary>The version of the criteria set.</summary>
    public Guid VersionId { get; }

    /// <summary>How many places there are.</summary>
    public int Count => _indicatorIds.Length;

    /// <summary>The indicators, by place.</summary>
    public IReadOnlyList<Guid> IndicatorIds => _indicatorIds;

    /// <summary>The indicator at a place.</summary>
    public Guid IndicatorAt(int place) => _indicatorIds[place];

    /// <summary>The place of an indicator; -1 if the version does not have it.</summary>
    public int PlaceOf(Guid indicatorId) => _places.GetValueOrDefault(indicatorId, -1);
}

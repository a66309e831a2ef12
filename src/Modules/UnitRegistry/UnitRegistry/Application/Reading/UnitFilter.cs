using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Which units a list shows.</summary>
/// <param name="AsOf">As of this day.</param>
/// <param name="Query">Words that begin words of the name or the code, in this order, accents and tone styles aside; null or empty for all.</param>
/// <param name="Type">Of this type alone.</param>
/// <param name="Under">Below this unit, itself left out.</param>
/// <param name="Relation">Along which relation it is below.</param>
internal sealed record UnitFilter(DateOnly AsOf, string? Query, UnitType? Type, Guid? Under, UnitRelation Relation)
{
    /// <summary>Longer texts are not sought: no name has so many letters.</summary>
    internal const int LongestQuery = 200;
}

using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Text;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Which units a list shows.</summary>
/// <param name="AsOf">As of this day.</param>
/// <param name="Query">Words that begin words of the name or the code, accents and tone styles aside; null or empty for all.</param>
/// <param name="Type">Of this type alone.</param>
/// <param name="Under">Below this unit, itself left out.</param>
/// <param name="Relation">Along which relation it is below.</param>
internal sealed record UnitFilter(DateOnly AsOf, string? Query, UnitType? Type, Guid? Under, UnitRelation Relation)
{
    /// <summary>Longer texts are not sought: no name has so many letters.</summary>
    internal const int LongestQuery = 200;

    /// <summary>The states that pass.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="rarest">The word of the query by which to go in; null for a walk through all.</param>
    internal IQueryable<UnitState> Apply(IUnitRegistryDb db, string? rarest)
    {
        var (day, relation) = (AsOf, Relation);
        var states = db.States.AsNoTracking().On(day);
        if (Type is { } type) states = states.Where(state => state.Type == type);
        if (!string.IsNullOrWhiteSpace(Query))
        {
            var pattern = SearchText.Pattern(Query);
            states = states.Having(db, rarest).Where(state => EF.Functions.Like(state.Search, pattern));
        }

        if (Under is { } rootId)
        {
            states = states.Where(state => db.Closures.Any(row =>
                row.UnitId == state.UnitId && row.AncestorId == rootId && row.Depth > 0 && row.Relation == relation
                && row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo >= day)));
        }

        return states;
    }
}

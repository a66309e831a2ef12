using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Rolls everything up that a period's units gave.</summary>
internal sealed class FullComputation(ContributionLoader loader)
{
    /// <summary>All rows of the period, in no order.</summary>
    internal async Task<IReadOnlyList<RollupRow>> ComputeAsync(PeriodFrame frame, ColumnTable columns, CancellationToken cancellationToken)
    {
        var store = await loader.LoadAsync(frame, columns, cancellationToken);
        var full = new FullRollup(frame.Rollup, columns, store.Of);
        var rows = new List<RollupRow>();
        foreach (var relation in Enum.GetValues<UnitRelation>())
        {
            foreach (var unit in full.UnitsAlong(relation))
            {
                full.TryGet(relation, unit, out var states);
                rows.Add(RollupWriter.RowOf(frame, columns, relation, unit, RollupCodec.Write(states)));
            }
        }

        return rows;
    }
}

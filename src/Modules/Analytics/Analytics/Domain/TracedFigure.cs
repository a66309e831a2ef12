using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Domain;

/// <summary>What a trace code names; written when the code is first shown to somebody.</summary>
internal sealed class TracedFigure
{
    /// <summary>The code, in its printed form.</summary>
    public required string Code { get; init; }

    /// <summary>The edition; <see cref="RollupRow.Live"/> for what is not sealed.</summary>
    public required Guid EditionId { get; init; }

    /// <summary>The period.</summary>
    public required Guid PeriodId { get; init; }

    /// <summary>The unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The indicator.</summary>
    public required Guid IndicatorId { get; init; }

    /// <summary>Key of the disaggregation; empty for the total.</summary>
    public required string Disaggregation { get; init; }

    /// <summary>Along which relation.</summary>
    public required UnitRelation Relation { get; init; }

    /// <summary>The tree.</summary>
    public required DateOnly TreeDate { get; init; }

    /// <summary>A figure with its code.</summary>
    internal static TracedFigure Of(
        Guid editionId, Guid periodId, Guid unitId, Guid indicatorId, string disaggregation, UnitRelation relation, DateOnly treeDate) => new()
        {
            Code = TraceCode.Of(FormattableString.Invariant(
                $"{editionId:N}/{periodId:N}/{unitId:N}/{indicatorId:N}/{disaggregation}/{relation}/{treeDate:yyyy-MM-dd}")),
            EditionId = editionId,
            PeriodId = periodId,
            UnitId = unitId,
            IndicatorId = indicatorId,
            Disaggregation = disaggregation,
            Relation = relation,
            TreeDate = treeDate,
        };
}

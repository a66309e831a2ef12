using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Domain;

/// <summary>The states of one unit with others below it, along one relation, for one period: all columns in one compact value.</summary>
internal sealed class RollupRow
{
    /// <summary>The edition; <see cref="Live"/> for what is not sealed.</summary>
    public required Guid EditionId { get; init; }

    /// <summary>The period.</summary>
    public required Guid PeriodId { get; init; }

    /// <summary>Along which relation.</summary>
    public required UnitRelation Relation { get; init; }

    /// <summary>The unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Stamp of the frame that it was computed with.</summary>
    public required int Stamp { get; init; }

    /// <summary>The states, as <see cref="Rollups.RollupCodec"/> writes them.</summary>
    public required byte[] States { get; init; }

    /// <summary>Stands for "live, not sealed" in place of an edition.</summary>
    internal static Guid Live => Guid.Empty;
}

using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Submissions.Contracts;

/// <summary>
/// A question that this module asks and the module of analytics answers: how the approved figures of all units of a type spread in a period,
/// for a reviewer who has one of them before them. Indicators with fewer figures than <see cref="FewestPeers"/> are left out. The answer may be
/// some minutes old.
/// </summary>
/// <param name="PeriodId">The period.</param>
/// <param name="UnitType">Type of the units, in snake case as their obligations name it.</param>
public sealed record FindPeerFigures(Guid PeriodId, string UnitType) : IQuery<IReadOnlyDictionary<Guid, RobustSpread>>
{
    /// <summary>Below this many a median says little about what is usual.</summary>
    public const int FewestPeers = 8;
}

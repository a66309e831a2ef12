using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Submissions.Contracts;

/// <summary>What some units said in words for a period, as it was approved; a unit whose report is not approved is left out.</summary>
public sealed record GetApprovedNarratives(Guid PeriodId, IReadOnlyCollection<Guid> UnitIds) : IQuery<IReadOnlyList<UnitNarrative>>;

/// <summary>What a unit said in words.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Results">Results.</param>
/// <param name="Shortcomings">Shortcomings and difficulties.</param>
/// <param name="Causes">Their causes.</param>
/// <param name="NextTasks">Tasks of the next period.</param>
public sealed record UnitNarrative(
    Guid SubmissionId, Guid UnitId, string Results, string Shortcomings, string Causes, string NextTasks);

using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Submissions.Contracts;

/// <summary>
/// A question that this module asks and the module of analytics answers: what the unit registry and the reporting itself count for a unit and
/// all below it in a period, for the form that shows it and asks nobody for it. By indicator; what nothing is counted of is left out.
/// </summary>
/// <param name="PeriodId">The period.</param>
/// <param name="UnitId">The unit.</param>
public sealed record FindCountedFigures(Guid PeriodId, Guid UnitId) : IQuery<IReadOnlyDictionary<Guid, decimal>>;

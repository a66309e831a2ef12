using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.UnitRegistry.Contracts;

/// <summary>
/// A question that the registry asks before units end, and the module of reporting periods answers: what do these units owe for periods
/// that are not closed. Nothing that was decided at opening is changed by a reorganisation; somebody has to take it over.
/// </summary>
public sealed record FindOpenObligations(IReadOnlyCollection<Guid> UnitIds) : IQuery<IReadOnlyList<OpenObligation>>;

/// <summary>Something that a unit owes for an open period.</summary>
/// <param name="ObligationId">Key.</param>
/// <param name="UnitId">The unit that owes it, or the one that reviews it.</param>
/// <param name="PeriodCode">Of the period.</param>
/// <param name="PeriodName">Of the period.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="DueOn">Last day on which it is on time, extensions counted.</param>
/// <param name="Reviews">True where the unit is not the one that owes it, but the one that is to review it.</param>
public sealed record OpenObligation(
    Guid ObligationId, Guid UnitId, string PeriodCode, LocalText PeriodName, string SetCode, DateOnly DueOn, bool Reviews);

/// <summary>
/// A question that the registry asks, and the module of submissions answers: how far have these units come with what they owe. Approved
/// and locked reports are left out: nothing is owed on them any more.
/// </summary>
public sealed record FindOpenReports(IReadOnlyCollection<Guid> UnitIds) : IQuery<IReadOnlyList<OpenReport>>;

/// <summary>A report that is not yet approved.</summary>
/// <param name="SubmissionId">Key.</param>
/// <param name="ObligationId">What it answers.</param>
/// <param name="UnitId">The unit that owes it.</param>
/// <param name="State">In snake case: <c>not_started</c>, <c>draft</c>, <c>submitted</c>, <c>returned</c>.</param>
public sealed record OpenReport(Guid SubmissionId, Guid ObligationId, Guid UnitId, string State);

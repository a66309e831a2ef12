using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.ReportingPeriods.Contracts;

/// <summary>Where a period stands.</summary>
public enum PeriodState
{
    /// <summary>Planned: dates may still change.</summary>
    Planned,

    /// <summary>Open: obligations are fixed, units report.</summary>
    Open,

    /// <summary>Closed: locked, but for extensions and corrections.</summary>
    Closed,

    /// <summary>Closed, and its figures stand in an edition that never changes; corrections gather for the next one.</summary>
    Sealed,
}

/// <summary>A reporting period.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">As in URLs: <c>2026-H1</c>, <c>2026</c>, <c>SY2026-2027</c>, <c>2024-2026</c>.</param>
/// <param name="Name">For people.</param>
/// <param name="State">Where it stands.</param>
/// <param name="WindowFrom">First day of the data window.</param>
/// <param name="WindowTo">Last day of the data window: the reference date, which decides tree, catalogue version and codes.</param>
/// <param name="OpensOn">Day of opening.</param>
/// <param name="ClosesOn">Day after which nothing is taken but with an extension.</param>
/// <param name="PreviousId">The period before it in its cycle; null for the first.</param>
public sealed record Period(
    Guid Id, string Code, LocalText Name, PeriodState State, DateOnly WindowFrom, DateOnly WindowTo, DateOnly OpensOn, DateOnly ClosesOn,
    Guid? PreviousId)
{
    /// <summary>Whether nothing is taken any more but with an extension or as a correction.</summary>
    public bool IsClosed => State is PeriodState.Closed or PeriodState.Sealed;
}

/// <summary>A period by its code; null if there is none.</summary>
public sealed record FindPeriod(string Code) : IQuery<Period?>;

/// <summary>A period by its key; null if there is none.</summary>
public sealed record GetPeriod(Guid PeriodId) : IQuery<Period?>;

/// <summary>All periods, newest first.</summary>
public sealed record ListPeriods : IQuery<IReadOnlyList<Period>>;

/// <summary>What a unit owes for a period and criteria set; fixed when the period opened.</summary>
/// <param name="Id">Key.</param>
/// <param name="PeriodId">The period.</param>
/// <param name="UnitId">The unit that owes it.</param>
/// <param name="UnitType">Type of the unit at opening, in snake case.</param>
/// <param name="VersionId">The version of the criteria set.</param>
/// <param name="SetCode">The criteria set.</param>
/// <param name="IndicatorIds">The cells owed.</param>
/// <param name="ReviewerUnitId">The one body that reviews it.</param>
/// <param name="DueOn">Last day on which it is on time, by tier.</param>
/// <param name="ExtendedTo">A later day for this unit alone; null if none was given.</param>
/// <param name="CarriedByUnitId">The unit that took it over when the unit ended in mid-period; null while the unit answers for it itself.</param>
public sealed record Obligation(
    Guid Id, Guid PeriodId, Guid UnitId, string UnitType, Guid VersionId, string SetCode, IReadOnlyList<Guid> IndicatorIds,
    Guid ReviewerUnitId, DateOnly DueOn, DateOnly? ExtendedTo, Guid? CarriedByUnitId = null);

/// <summary>An obligation by its key; null if there is none.</summary>
public sealed record GetObligation(Guid ObligationId) : IQuery<Obligation?>;

/// <summary>Obligations of one unit, of all open periods or of one period.</summary>
public sealed record ListObligationsOfUnit(Guid UnitId, Guid? PeriodId) : IQuery<IReadOnlyList<Obligation>>;

/// <summary>Obligations of a period for several units; used by imports.</summary>
public sealed record FindObligations(Guid PeriodId, IReadOnlyCollection<Guid> UnitIds) : IQuery<IReadOnlyList<Obligation>>;

/// <summary>All obligations of a period, streamed: 60,000 at country size.</summary>
public sealed record StreamObligations(Guid PeriodId) : IStreamQuery<Obligation>;

/// <summary>A period opened and its obligations are fixed.</summary>
[EventName("reporting_periods.period_opened.v1")]
public sealed record PeriodOpened(Guid EventId, Guid PeriodId, string Code) : IIntegrationEvent;

/// <summary>A period closed.</summary>
[EventName("reporting_periods.period_closed.v1")]
public sealed record PeriodClosed(Guid EventId, Guid PeriodId, string Code) : IIntegrationEvent;

/// <summary>
/// An edition of a period's figures was sealed. The module that keeps editions tells it; this one, which knows nothing of figures, moves
/// the period from closed to sealed.
/// </summary>
/// <param name="EventId">Key of the event.</param>
/// <param name="PeriodId">The period.</param>
/// <param name="Code">Its code.</param>
/// <param name="EditionId">Key of the edition.</param>
/// <param name="Edition">Its number, from 1.</param>
[EventName("reporting_periods.edition_sealed.v1")]
public sealed record EditionSealed(Guid EventId, Guid PeriodId, string Code, Guid EditionId, int Edition) : IIntegrationEvent;

/// <summary>
/// A question that this module asks and the module of submissions answers: which of these obligations have been submitted (in whatever
/// state since), so that only the others are reminded.
/// </summary>
public sealed record FindSubmittedObligations(Guid PeriodId) : IQuery<IReadOnlySet<Guid>>;

/// <summary>
/// A question that this module asks and the module of submissions answers: how many reports wait for each reviewing body, so that it is
/// told in the morning. Bodies for which none wait are left out.
/// </summary>
public sealed record CountWaitingReviews : IQuery<IReadOnlyList<WaitingReviews>>;

/// <summary>What waits for a reviewing body.</summary>
/// <param name="ReviewerUnitId">The body.</param>
/// <param name="Waiting">Reports that were submitted and not decided yet.</param>
/// <param name="Late">How many of them came after their due date.</param>
public sealed record WaitingReviews(Guid ReviewerUnitId, int Waiting, int Late);

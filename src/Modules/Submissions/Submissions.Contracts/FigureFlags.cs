using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Submissions.Contracts;

/// <summary>
/// What is conspicuous about the approved figures of a period, by the very rules that reviewers see beside them; streamed unit by unit, in no
/// order that matters.
/// </summary>
public sealed record StreamFigureFlags(Guid PeriodId) : IStreamQuery<FigureFlag>;

/// <summary>Why a figure is conspicuous.</summary>
public enum FigureFlagKind
{
    /// <summary>It changed since the last period by more than the catalogue takes without asking.</summary>
    Change,

    /// <summary>It lies far from the unit's own figures (<see cref="RobustSpread"/>).</summary>
    History,

    /// <summary>It lies far from the figures of units of the same type (<see cref="RobustSpread"/>).</summary>
    Peers,

    /// <summary>There was a figure in the last period and there is none now.</summary>
    Lost,

    /// <summary>A soft rule of the catalogue asks about it, or its parts do not add up.</summary>
    Rule,

    /// <summary>Most figures of the report are those of the last period to the digit: it may have been copied forward.</summary>
    Copied,
}

/// <summary>One flag.</summary>
/// <param name="SubmissionId">The report.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="IndicatorId">The indicator; of a report that repeats the last one, the first that is the same.</param>
/// <param name="Kind">Why.</param>
public sealed record FigureFlag(Guid SubmissionId, Guid UnitId, Guid IndicatorId, FigureFlagKind Kind)
{
    /// <summary>The figure; a share as 0 to 1. Null where there is none.</summary>
    public decimal? Value { get; init; }

    /// <summary>The figure of the last period; null where there was none.</summary>
    public decimal? Before { get; init; }

    /// <summary>Of a change: by what share of what it was.</summary>
    public decimal? Change { get; init; }

    /// <summary>Of an outlier: its modified z-score.</summary>
    public decimal? Score { get; init; }

    /// <summary>Of an outlier: the median that it lies far from.</summary>
    public decimal? Median { get; init; }

    /// <summary>Of an outlier: among how many figures. Of a copy: how many figures were compared.</summary>
    public int? Count { get; init; }

    /// <summary>Of a copy: how many are the same.</summary>
    public int? Same { get; init; }
}

/// <summary>
/// Somebody who works through the quality of figures asks the reviewing body about one. The module that finds what is conspicuous tells it; this
/// one keeps the question as it keeps those of a body above.
/// </summary>
/// <param name="EventId">Key of the event.</param>
/// <param name="SubmissionId">The report.</param>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="AskedByUnitId">The body that asks.</param>
/// <param name="AskedBy">Who asks.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Text">What is asked.</param>
[EventName("submissions.figure_questioned.v1")]
public sealed record FigureQuestioned(
    Guid EventId, Guid SubmissionId, Guid IndicatorId, Guid AskedByUnitId, Guid AskedBy, DateTimeOffset AskedAt, string Text) : IIntegrationEvent;

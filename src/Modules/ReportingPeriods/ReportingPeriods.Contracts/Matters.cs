using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.ReportingPeriods.Contracts;

/// <summary>
/// A question that this module asks and the module of submissions answers: what these difficulties and proposals say, so that a meeting
/// and its conclusions can name them. Unknown ids are left out.
/// </summary>
public sealed record DescribeMatters(IReadOnlyCollection<Guid> MatterIds) : IQuery<IReadOnlyList<Matter>>;

/// <summary>
/// A question that this module asks and the module of submissions answers: the difficulties and proposals that were put to a meeting,
/// the oldest first; at most two hundred.
/// </summary>
public sealed record ListMattersOfMeeting(Guid MeetingId) : IQuery<IReadOnlyList<Matter>>;

/// <summary>A difficulty or proposal, as a meeting sees it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Code">For people.</param>
/// <param name="Kind"><c>difficulty</c> or <c>proposal</c>.</param>
/// <param name="Text">What it says.</param>
/// <param name="UnitId">Who raised it.</param>
/// <param name="RaisedOn">When.</param>
/// <param name="State">Where it stands, in snake case.</param>
/// <param name="Theme">The theme that it was grouped into; null for none.</param>
public sealed record Matter(
    Guid Id, string Code, string Kind, string Text, Guid UnitId, DateOnly RaisedOn, string State, string? Theme);

/// <summary>
/// A question that this module asks and the module of analytics answers: briefings that were made, the newest first. Null asks for the
/// latest ones, to choose from.
/// </summary>
public sealed record DescribeBriefings(IReadOnlyCollection<Guid>? BriefingIds) : IQuery<IReadOnlyList<BriefingRef>>;

/// <summary>A briefing, as a meeting names it.</summary>
/// <param name="Id">Key.</param>
/// <param name="PeriodCode">The period that it is about.</param>
/// <param name="RootUnitId">The unit that it is about.</param>
/// <param name="MadeAt">When it was made.</param>
public sealed record BriefingRef(Guid Id, string PeriodCode, Guid RootUnitId, DateTimeOffset MadeAt);

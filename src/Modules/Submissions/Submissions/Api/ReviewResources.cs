using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Api;

/// <summary>A report in a reviewer's inbox.</summary>
/// <param name="Submission">As in every list.</param>
/// <param name="Risk">What the inbox is in order of, the greatest first: flags weigh most, then lateness, then that it answers a return.</param>
/// <param name="ChangedCells">Cells that differ from what was handed in before.</param>
/// <param name="Answered">Whether it answers a return.</param>
/// <param name="AnswersMe">Whether the caller returned it.</param>
/// <param name="OnBehalf">Whether a unit above entered it.</param>
/// <param name="OpenedById">The reviewer who opened it first.</param>
internal sealed record InboxItem(
    SubmissionItem Submission, int Risk, int ChangedCells, bool Answered, bool AnswersMe, bool OnBehalf, Guid? OpenedById);

/// <summary>A submission under review; its <c>ETag</c> is the version to approve or return.</summary>
/// <param name="SubmissionId">Key.</param>
/// <param name="Version">As <c>ETag</c>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MayDecide">Whether the caller reviews for its reviewing body.</param>
/// <param name="MayAsk">Whether the caller's body stands above that and may question cells.</param>
/// <param name="SelfReviewed">Whether its approver had a hand in it.</param>
/// <param name="Cells">The cells with what they are judged by.</param>
internal sealed record ReviewResource(
    Guid SubmissionId, int Version, SubmissionState State, bool MayDecide, bool MayAsk, bool SelfReviewed, IReadOnlyList<ReviewCellResource> Cells);

/// <summary>A cell under review.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="LastPeriod">What it said in the period before.</param>
/// <param name="HandedInBefore">What it said when it was handed in the time before.</param>
/// <param name="Target">The value to reach, in the unit shown.</param>
/// <param name="Judgement">What it is judged by.</param>
/// <param name="Thread">What was asked and answered, the newest first.</param>
internal sealed record ReviewCellResource(
    CellResource Cell, CellResource? LastPeriod, CellResource? HandedInBefore, decimal? Target, JudgementResource Judgement,
    IReadOnlyList<TurnResource> Thread);

/// <summary>What a figure is judged by. Scores are modified z-scores after Iglewicz and Hoaglin (1993); beyond 3.5 either way is flagged.</summary>
/// <param name="Flags"><c>change</c>, <c>history</c>, <c>peers</c>, <c>lost</c>, <c>rule</c>.</param>
/// <param name="Change">By what share it changed, where that is conspicuous.</param>
/// <param name="HistoryMedian">Median of the unit's own figures, this one among them; a share for percentages.</param>
/// <param name="HistoryPeriods">How many there are.</param>
/// <param name="HistoryScore">How far the figure lies from them.</param>
/// <param name="PeersMedian">Median of the figures of units of the same type.</param>
/// <param name="Peers">How many there are.</param>
/// <param name="PeersOfLastPeriod">Whether they are the last period's, since too few of this one are approved yet.</param>
/// <param name="PeersScore">How far the figure lies from them.</param>
internal sealed record JudgementResource(
    IReadOnlyList<string> Flags, decimal? Change, decimal? HistoryMedian, int HistoryPeriods, decimal? HistoryScore, decimal? PeersMedian,
    int Peers, bool PeersOfLastPeriod, decimal? PeersScore);

/// <summary>The thread of a cell.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="IndicatorCode">Its code.</param>
/// <param name="Turns">What was asked and answered, the newest first.</param>
internal sealed record ThreadResource(Guid IndicatorId, string IndicatorCode, IReadOnlyList<TurnResource> Turns);

/// <summary>One turn of a thread.</summary>
/// <param name="Id">Key of the return or question.</param>
/// <param name="Kind"><c>return</c> or <c>question</c>.</param>
/// <param name="At">When it was asked.</param>
/// <param name="By">Who asked.</param>
/// <param name="OnBehalfOf">Of a question: the body that asks.</param>
/// <param name="ReasonKind">Of a return: <c>evidence</c>, <c>unexplained</c>, <c>inconsistent</c>, <c>measure</c>, <c>incomplete</c>, <c>other</c>.</param>
/// <param name="Text">In words.</param>
/// <param name="ValueThen">What the cell said then.</param>
/// <param name="AnswerBy">Day by which an answer is asked for.</param>
/// <param name="PassedOnAt">Of a question: when it was passed on to the unit.</param>
/// <param name="Answer">What was answered in words.</param>
/// <param name="AnsweredAt">When; null while it is open.</param>
/// <param name="AnsweredBy">Who answered.</param>
/// <param name="ValueAfter">Of an answered return: what the cell said then.</param>
internal sealed record TurnResource(
    Guid Id, string Kind, DateTimeOffset At, string By, LocalText? OnBehalfOf, string? ReasonKind, string Text, CellResource ValueThen,
    DateOnly? AnswerBy, DateTimeOffset? PassedOnAt, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredBy, CellResource? ValueAfter);

/// <summary>The indicators of a period under review.</summary>
/// <param name="PeriodCode">The period.</param>
/// <param name="Indicators">Those with most flags first.</param>
internal sealed record IndicatorReviewsResource(string PeriodCode, IReadOnlyList<IndicatorSummaryResource> Indicators);

/// <summary>An indicator across the caller's units.</summary>
/// <param name="SetCode">Its criteria set.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">What is measured.</param>
/// <param name="Given">Units that handed it in.</param>
/// <param name="Flagged">Of those, with a flag.</param>
/// <param name="Mine">Whether it is shared out to the caller.</param>
internal sealed record IndicatorSummaryResource(string SetCode, string Code, LocalText Name, int Given, int Flagged, bool Mine);

/// <summary>One indicator across units, the odd ones first.</summary>
/// <param name="PeriodCode">The period.</param>
/// <param name="SetCode">Its criteria set.</param>
/// <param name="Code">Its code.</param>
/// <param name="Total">How many figures there are.</param>
/// <param name="Page">The page, from 1; the list is in order of a computed oddness, so it has pages and no cursor.</param>
/// <param name="PageCount">How many pages.</param>
/// <param name="Figures">The figures of the page.</param>
internal sealed record IndicatorReviewResource(
    string PeriodCode, string SetCode, string Code, int Total, int Page, int PageCount, IReadOnlyList<IndicatorFigureResource> Figures);

/// <summary>A unit's figure.</summary>
/// <param name="SubmissionId">The report that it stands in.</param>
/// <param name="Version">Its version, to return a cell of it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitName">Its name on the last day of the period.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Judgement">What it is judged by.</param>
/// <param name="Returned">Whether it waits for an answer.</param>
internal sealed record IndicatorFigureResource(
    Guid SubmissionId, int Version, SubmissionState State, Guid UnitId, LocalText UnitName, CellResource Cell, JudgementResource Judgement,
    bool Returned);

/// <summary>How a body shares out its reviewing.</summary>
/// <param name="BodyId">The body.</param>
/// <param name="BodyName">Its name.</param>
/// <param name="Officers">Who reviews for it.</param>
/// <param name="Shares">The shares, those in force first.</param>
/// <param name="Delegations">Who stands in for whom.</param>
internal sealed record SharesResource(
    Guid BodyId, LocalText BodyName, IReadOnlyList<OfficerResource> Officers, IReadOnlyList<ShareResource> Shares,
    IReadOnlyList<DelegationResource> Delegations);

/// <summary>Somebody who reviews for the body.</summary>
internal sealed record OfficerResource(Guid Id, string Name);

/// <summary>A share.</summary>
/// <param name="Id">Key.</param>
/// <param name="Kind"><c>cluster</c>, <c>list</c> or <c>indicator</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="OfficerId">Who answers for it.</param>
/// <param name="Officer">Their name.</param>
/// <param name="Units">How many units it has.</param>
/// <param name="Waiting">Reports of theirs that wait.</param>
/// <param name="SharedAt">Since when.</param>
/// <param name="TakenOverFromId">The share that it goes on from.</param>
/// <param name="EndedAt">When it ended; null while it lasts.</param>
/// <param name="EndReason">Why.</param>
internal sealed record ShareResource(
    Guid Id, string Kind, string Name, Guid OfficerId, string? Officer, int Units, int Waiting, DateTimeOffset SharedAt, Guid? TakenOverFromId,
    DateTimeOffset? EndedAt, string? EndReason);

/// <summary>Who stands in for whom.</summary>
internal sealed record DelegationResource(
    Guid Id, Guid FromOfficerId, string? FromOfficer, Guid ToOfficerId, string? ToOfficer, DateOnly FromDay, DateOnly ToDay, string Reason,
    DateTimeOffset? RevokedAt);

/// <summary>A text.</summary>
/// <param name="Text">What is said.</param>
internal sealed record TextRequest(string? Text);

/// <summary>A question about a cell.</summary>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Disaggregation">Key of the disaggregation; left out for the total.</param>
/// <param name="Text">The question.</param>
internal sealed record AskRequest(Guid IndicatorId, string? Disaggregation, string? Text);

/// <summary>An author who may review what they entered.</summary>
/// <param name="OfficerId">The author.</param>
/// <param name="Reason">Why nobody else can.</param>
internal sealed record LetReviewRequest(Guid OfficerId, string? Reason);

/// <summary>A share to make: a group, a list of units, or an indicator.</summary>
internal sealed record ShareRequest(
    Guid BodyId, Guid OfficerId, Guid? GroupId, IReadOnlyList<Guid>? UnitIds, string? Name, string? SetCode, string? IndicatorCode);

/// <summary>Who stands in for whom, from and to which day, and why.</summary>
internal sealed record DelegationRequest(
    Guid BodyId, Guid FromOfficerId, Guid ToOfficerId, DateOnly FromDay, DateOnly ToDay, string? Reason);

/// <summary>Who takes over from whom, and why.</summary>
internal sealed record HandOverRequest(Guid BodyId, Guid FromOfficerId, Guid ToOfficerId, string? Reason);

/// <summary>How many shares were taken over.</summary>
internal sealed record HandedOverResource(int Shares);

/// <summary>What was made.</summary>
internal sealed record MadeResource(Guid Id);

/// <summary>Types of units that hand in with the release of their head only, in snake case.</summary>
internal sealed record ReleaseRulesResource(IReadOnlyList<string>? UnitTypes);

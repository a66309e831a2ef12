using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Review;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Api;

/// <summary>How the reviewers' answers look to API callers.</summary>
internal static class ReviewToResource
{
    private const int FiguresOnPage = 100;

    internal static InboxItem Of(ReviewRow row) => new(
        ToResource.Of(row.Submission), row.Risk, row.ChangedCells, row.Submission.ReturnRounds > 0, row.AnswersMe, row.OnBehalf, row.OpenedBy);

    internal static ReviewResource Of(ReviewView view) => new(
        view.View.Submission.Id, view.View.Submission.Version, view.View.Submission.State, view.View.MayReview, view.MayAsk,
        view.View.Submission.IsSelfReviewed, [.. view.Cells.Select(Of)]);

    internal static ThreadResource Of(Indicator indicator, IReadOnlyList<ThreadTurn> turns) =>
        new(indicator.Id, indicator.Code, [.. turns.Select(turn => Of(turn, indicator))]);

    internal static IndicatorReviewsResource Of(IndicatorReviews reviews) => new(
        reviews.Period.Code,
        [.. reviews.Indicators.Select(one => new IndicatorSummaryResource(
            one.SetCode, one.Indicator.Code, one.Indicator.Name, one.Given, one.Flagged, one.IsMine))]);

    internal static IndicatorReviewResource Of(IndicatorReview review, int? asked)
    {
        var pages = Math.Max(1, (review.Figures.Count + FiguresOnPage - 1) / FiguresOnPage);
        var page = Math.Clamp(asked ?? 1, 1, pages);
        return new IndicatorReviewResource(
            review.Period.Code, review.SetCode, review.Indicator.Code, review.Figures.Count, page, pages,
            [.. review.Figures.Skip((page - 1) * FiguresOnPage).Take(FiguresOnPage).Select(figure => new IndicatorFigureResource(
                figure.Submission.Id, figure.Submission.Version, figure.Submission.State, figure.Submission.UnitId, figure.Unit.Name,
                ToResource.Of(review.Indicator, figure.Now), Of(figure.Judgement), figure.IsReturned))]);
    }

    internal static SharesResource Of(SharesView view) => new(
        view.BodyId, view.BodyName, [.. view.Officers.Select(officer => new OfficerResource(officer.PersonId, officer.Name))],
        [.. view.Shares.Select(item => new ShareResource(
            item.Share.Id, SnakeCase.Of(item.Share.Kind), item.Share.Name, item.Share.OfficerId, view.Names.GetValueOrDefault(item.Share.OfficerId),
            item.Units, item.Waiting, item.Share.SharedAt, item.Share.TakenOverFromId, item.Share.EndedAt, item.Share.EndReason))],
        [.. view.Delegations.Select(d => new DelegationResource(
            d.Id, d.FromOfficerId, view.Names.GetValueOrDefault(d.FromOfficerId), d.ToOfficerId, view.Names.GetValueOrDefault(d.ToOfficerId),
            d.FromDay, d.ToDay, d.Reason, d.RevokedAt))]);

    private static ReviewCellResource Of(ReviewCell cell)
    {
        var indicator = cell.Cell.Indicator;
        return new ReviewCellResource(
            ToResource.Of(indicator, cell.Cell.Now, cell.Cell.OpenReturn),
            cell.Judgement.Before is { } before ? ToResource.Of(indicator, before) : null,
            cell.HandedInBefore is { } earlier ? ToResource.Of(indicator, earlier) : null,
            cell.Target, Of(cell.Judgement), [.. cell.Thread.Select(turn => Of(turn, indicator))]);
    }

    private static JudgementResource Of(CellJudgement judgement) => new(
        [.. new[] { FlagKind.Change, FlagKind.History, FlagKind.Peers, FlagKind.Lost, FlagKind.Rule }
            .Where(flag => judgement.Flags.HasFlag(flag)).Select(SnakeCase.Of)],
        Round(judgement.Change), Round(judgement.History?.Median), judgement.History?.Count ?? 0, Round(judgement.HistoryScore),
        Round(judgement.Peers?.Spread.Median), judgement.Peers?.Spread.Count ?? 0, judgement.Peers?.OfLastPeriod ?? false,
        Round(judgement.PeersScore));

    private static decimal? Round(decimal? value) => value is { } known ? Math.Round(known, 6) : null;

    private static TurnResource Of(ThreadTurn turn, Indicator indicator) => new(
        turn.Id, SnakeCase.Of(turn.Kind), turn.At, turn.By, turn.OnBehalfOf, turn.ReasonKind is { } reason ? SnakeCase.Of(reason) : null,
        turn.Text, ToResource.Of(indicator, turn.Then), turn.AnswerBy, turn.PassedOnAt, turn.Answer, turn.AnsweredAt, turn.AnsweredBy,
        turn.After is { } after ? ToResource.Of(indicator, after) : null);
}

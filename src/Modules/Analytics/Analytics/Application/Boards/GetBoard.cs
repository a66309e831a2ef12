using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Text;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Boards;

/// <summary>Everything that the board of a period shows.</summary>
/// <param name="Period">Code of the period.</param>
/// <param name="UnitId">The area; what the caller may see where none is named.</param>
/// <param name="Page">Page of the overdue units, from 1.</param>
internal sealed record GetBoard(string Period, Guid? UnitId, int Page) : IQuery<Result<Board>>;

/// <summary>The board of a period.</summary>
internal sealed record Board(
    Period Period, UnitSummary Area, DateOnly TreeDate, StandingCounts Counts, IReadOnlyList<CompletenessRow> ByType,
    IReadOnlyList<CompletenessRow> ByArea, int OverdueCount, IReadOnlyList<OverdueUnit> Overdue, int Page, int PageCount);

/// <summary>A unit that has not handed in although it was due.</summary>
internal sealed record OverdueUnit(UnitSummary Unit, string UnitType, DateOnly DueOn, bool IsExtended, bool Started);

internal sealed class GetBoardHandler(PeriodFrames frames, StandingReader reader, ReadingScope scope) : IQueryHandler<GetBoard, Result<Board>>
{
    private const int OnPage = 50;

    public async Task<Result<Board>> Handle(GetBoard request, CancellationToken cancellationToken)
    {
        if (await frames.FindAsync(request.Period, cancellationToken) is not { } frame)
            return AnalyticsFailures.PeriodNotFound.On("period", request.Period);
        var unitId = request.UnitId ?? scope.DefaultUnit(frame);
        if (frame.Rollup.UnitOf(unitId) < 0) return AnalyticsFailures.UnitNotInTree.On("unitId", frame.TreeDate);
        var allowed = await scope.RequireAsync(frame, unitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var top = frame.Rollup.UnitOf(unitId);
        var standings = await reader.ReadAsync(frame, unitId, cancellationToken);
        var overdue = standings
            .Where(standing => standing.IsLate && !Contributions.IsHandedIn(standing.State))
            .OrderBy(standing => standing.DueOn)
            .ThenBy(standing => VietnameseOrder.Key(frame.Units[standing.Unit].Name.Vi), StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (overdue.Count + OnPage - 1) / OnPage);
        var page = Math.Clamp(request.Page, 1, pages);
        return new Board(
            frame.Period, frame.Units[top], frame.TreeDate, StandingCounts.Of(standings), GetCompletenessHandler.ByType(standings),
            GetCompletenessHandler.ByArea(frame, top, standings), overdue.Count,
            [.. overdue.Skip((page - 1) * OnPage).Take(OnPage).Select(standing => new OverdueUnit(
                frame.Units[standing.Unit], standing.UnitType, standing.DueOn, standing.IsExtended,
                standing.State != SubmissionState.NotStarted))],
            page, pages);
    }
}

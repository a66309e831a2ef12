using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Explorer;

/// <summary>What there is to choose from in the explorer.</summary>
/// <param name="UnitId">The area; what the caller may see where none is named.</param>
/// <param name="Codes">Codes of units, as typed, separated by commas; null where none are asked for.</param>
/// <param name="TreeDate">The date on which the codes are meant; that of the newest period where none is named.</param>
internal sealed record GetExplorerChoices(Guid? UnitId, string? Codes, DateOnly? TreeDate) : IQuery<Result<ExplorerChoices>>;

/// <summary>The choices.</summary>
/// <param name="Area">The area.</param>
/// <param name="Indicators">Indicators of the newest period, in the order of their sets.</param>
/// <param name="Periods">Codes of all periods that have opened, oldest first.</param>
/// <param name="Headline">The indicator that is shown unless the reader chooses: the first with a target.</param>
/// <param name="UnitIds">The units that the codes name.</param>
/// <param name="UnknownCode">The first code that names no unit; null where all do.</param>
internal sealed record ExplorerChoices(
    UnitSummary Area, IReadOnlyList<ExploredIndicator> Indicators, IReadOnlyList<string> Periods, string? Headline, IReadOnlyList<Guid> UnitIds,
    string? UnknownCode)
{
    internal IReadOnlyList<CriteriaSetVersion> Sets { get; init; } = [];

    /// <summary>The set that an indicator belongs to; null for one that there is not.</summary>
    internal CriteriaSetVersion? SetOf(string code) => Sets.FirstOrDefault(set => set.Indicators.Any(indicator => indicator.Code == code));
}

internal sealed class GetExplorerChoicesHandler(IAnalyticsDb db, PeriodFrames frames, ReadingScope scope, ISender sender)
    : IQueryHandler<GetExplorerChoices, Result<ExplorerChoices>>
{
    public async Task<Result<ExplorerChoices>> Handle(GetExplorerChoices request, CancellationToken cancellationToken)
    {
        var opened = await db.Periods.AsNoTracking().OrderBy(period => period.TreeDate).ToListAsync(cancellationToken);
        if (opened.Count == 0 || await frames.FindCurrentAsync(opened[^1].PeriodId, cancellationToken) is not { } frame)
            return AnalyticsFailures.NothingOpened.With();
        var unitId = request.UnitId is { } asked && frame.Rollup.UnitOf(asked) >= 0 ? asked : scope.DefaultUnit(frame);
        var allowed = await scope.RequireAsync(frame, unitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var codes = (request.Codes ?? "").Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(GetExploration.MostUnits).ToList();
        var units = codes.Count == 0 ? [] : await sender.Send(new FindUnitsByCode(codes, request.TreeDate ?? frame.TreeDate), cancellationToken);
        return new ExplorerChoices(
            frame.Units[frame.Rollup.UnitOf(unitId)],
            [.. frame.Indicators.Select(indicator => new ExploredIndicator(indicator.Code, indicator.Name, indicator.MeasureUnit) { Definition = indicator })],
            [.. opened.Select(period => period.PeriodCode)],
            (frame.Indicators.FirstOrDefault(indicator => indicator.Target is not null) ?? (frame.Indicators is [var first, ..] ? first : null))?.Code,
            [.. units.Select(unit => unit.Id)],
            codes.FirstOrDefault(code => !units.Any(unit => string.Equals(unit.Code, code, StringComparison.OrdinalIgnoreCase))))
        {
            Sets = frame.Versions,
        };
    }
}

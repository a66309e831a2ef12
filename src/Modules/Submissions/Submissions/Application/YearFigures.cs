using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>
/// How flows come together over a year: of what is entered as increment the year to date is shown, of what is entered as year to date the
/// increment. A period belongs to the year in which its data window ends.
/// </summary>
internal sealed class YearFigures(ISubmissionsDb db, Forms forms, PeriodGate gate)
{
    /// <summary>What the earlier periods of the year say of a unit's flows, by indicator; only what was approved is known.</summary>
    internal async Task<IReadOnlyDictionary<Guid, YearSoFar>> OfAsync(Submission submission, Form form, CancellationToken cancellationToken)
    {
        var flows = form.Indicators.Where(IsFlow).ToDictionary(indicator => indicator.Id);
        var earlier = flows.Count == 0 ? [] : await EarlierAsync(submission.PeriodId, cancellationToken);
        if (earlier.Count == 0) return new Dictionary<Guid, YearSoFar>();
        var ids = earlier.Select(period => period.Id).ToArray();
        var sheets = await db.SheetVersions.AsNoTracking().Where(v => ids.Contains(v.PeriodId) && v.UnitId == submission.UnitId && v.Counts)
            .Select(v => new { v.PeriodId, v.CriteriaVersionId, v.Bytes }).ToListAsync(cancellationToken);
        var layouts = await forms.AllLayoutsAsync(cancellationToken);
        var figures = sheets.SelectMany(sheet => SheetCodec.Read(sheet.Bytes)
                .Where(cell => cell.Disaggregation.Length == 0 && cell.Number is not null)
                .Select(cell => (Id: layouts[sheet.CriteriaVersionId].IndicatorAt(cell.Place), sheet.PeriodId, Number: cell.Number!.Value)))
            .ToLookup(figure => figure.Id);
        return flows.Values.ToDictionary(flow => flow.Id, flow => SoFar(flow, earlier, figures[flow.Id].ToDictionary(figure => figure.PeriodId, figure => figure.Number)));
    }

    private static bool IsFlow(Indicator indicator) =>
        indicator is { Accumulation: IndicatorAccumulation.Flow, ValueType: IndicatorValueType.Count or IndicatorValueType.Amount };

    /// <summary>The periods of the same year before a period, the newest first.</summary>
    private async Task<List<Period>> EarlierAsync(Guid periodId, CancellationToken cancellationToken)
    {
        var period = await gate.PeriodAsync(periodId, cancellationToken);
        var earlier = new List<Period>();
        for (var before = period.PreviousId; before is { } id;)
        {
            var one = await gate.PeriodAsync(id, cancellationToken);
            if (one.WindowTo.Year != period.WindowTo.Year) break;
            earlier.Add(one);
            before = one.PreviousId;
        }

        return earlier;
    }

    private static YearSoFar SoFar(Indicator flow, List<Period> earlier, Dictionary<Guid, decimal> numbers) => flow.EntryMode == EntryMode.YearToDate
        ? new YearSoFar(true, numbers.TryGetValue(earlier[0].Id, out var last) ? last : null)
        : new YearSoFar(false, earlier.TrueForAll(period => numbers.ContainsKey(period.Id)) ? numbers.Values.Sum() : null);
}

/// <summary>What the year says of a flow up to the period before.</summary>
/// <param name="IsYearToDate">Whether the unit enters what came together since the year began; else what the period alone added.</param>
/// <param name="Before">What had come together by the end of the period before; null where not all of it is approved.</param>
internal sealed record YearSoFar(bool IsYearToDate, decimal? Before)
{
    /// <summary>The figure that is not entered: the increment, or the year to date; null where it cannot be told.</summary>
    internal decimal? Other(decimal? entered) => entered is { } now && Before is { } before ? (IsYearToDate ? now - before : before + now) : null;
}

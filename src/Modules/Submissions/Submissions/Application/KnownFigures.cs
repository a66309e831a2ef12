using System.Collections.ObjectModel;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>Why a unit is not asked for an indicator that belongs to its form.</summary>
internal enum KnownBy
{
    /// <summary>It is worked out from other figures of the form.</summary>
    Formula,

    /// <summary>A reference series gives it.</summary>
    Series,

    /// <summary>It is counted in the unit registry.</summary>
    Registry,

    /// <summary>It is counted in the reporting itself.</summary>
    Reporting,

    /// <summary>What the unit reports for another set answers it.</summary>
    Link,

    /// <summary>It is asked for in other periods; the last figure stands.</summary>
    EarlierPeriod,
}

/// <summary>A figure that the system knows and nobody is asked for.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="By">Where it comes from.</param>
/// <param name="Cell">What it says, where it is a cell of some sheet.</param>
/// <param name="Value">What it says, where it was worked out or given; null where it is not available.</param>
/// <param name="Source">The formula, the series, the indicator of the other set, or the period.</param>
/// <param name="On">The day that it describes; null for this period's.</param>
internal sealed record KnownFigure(Indicator Indicator, KnownBy By, PackedCell? Cell, decimal? Value, LocalText Source, DateOnly? On);

/// <summary>Finds what a form shows filled in beside the cells that are asked for.</summary>
internal sealed class KnownFigures(ISubmissionsDb db, Forms forms, ISender sender)
{
    /// <summary>The figures of a submission that nobody is asked for, in order of the set.</summary>
    internal async Task<IReadOnlyList<KnownFigure>> OfAsync(
        Submission submission, Form form, Period period, WorkingSheet sheet, IReadOnlyDictionary<int, GivenFigure> given, CancellationToken cancellationToken)
    {
        var rest = form.Indicators.Select((indicator, place) => (indicator, place)).Where(item => !Places.Has(submission.Owed, item.place)).ToList();
        var linked = await LinkedAsync(submission, period, [.. rest.Select(item => item.indicator).Where(i => i.ReporterTypes.Contains(submission.UnitType))], cancellationToken);
        var earlier = await EarlierAsync(submission, period, [.. rest.Select(item => item.indicator).Where(i => IsForAnotherPeriod(i, submission, period))], cancellationToken);
        var counted = rest.Exists(item => item.indicator.RegistryCount is not null || item.indicator.ReportingCount is not null)
            ? await sender.Send(new FindCountedFigures(submission.PeriodId, submission.UnitId), cancellationToken)
            : ReadOnlyDictionary<Guid, decimal>.Empty;
        var derived = new DerivedFigures(form.Set, reference => form.FigureOf(sheet, reference));
        var known = new List<KnownFigure>();
        foreach (var (indicator, place) in rest)
        {
            if (indicator.Formula is { } formula)
            {
                if (formula.References.Any(reference => Places.Has(submission.Owed, form.PlaceOf(reference.Code))))
                    known.Add(new(indicator, KnownBy.Formula, null, derived.ValueOf(indicator.Code), new(formula.Text, formula.Text), null));
            }
            else if (counted.TryGetValue(indicator.Id, out var count))
            {
                known.Add(new(
                    indicator, indicator.RegistryCount is null ? KnownBy.Reporting : KnownBy.Registry, null, count,
                    indicator.RegistryCount is null ? new("tình hình gửi báo cáo", "the reporting") : new("danh bạ đơn vị", "the unit registry"), null));
            }
            else if (linked.GetValueOrDefault(indicator.Id) is { } link)
            {
                known.Add(link);
            }
            else if (given.TryGetValue(place, out var figure) && figure.Part == FormulaPart.Value)
            {
                known.Add(new(indicator, KnownBy.Series, null, figure.Value, figure.Series.Name, figure.ObservedOn));
            }
            else if (earlier.GetValueOrDefault(indicator.Id) is { } last)
            {
                known.Add(last);
            }
        }

        return known;
    }

    private static bool IsForAnotherPeriod(Indicator indicator, Submission submission, Period period) =>
        indicator.ReporterTypes.Contains(submission.UnitType)
        && IndicatorCalendar.AskedFor(indicator.Frequency, indicator.Window, new DateSpan(period.WindowFrom, period.WindowTo)) is null;

    /// <summary>What the unit reports for other sets in the same period and answers indicators of this one.</summary>
    private async Task<IReadOnlyDictionary<Guid, KnownFigure>> LinkedAsync(
        Submission submission, Period period, IReadOnlyList<Indicator> targets, CancellationToken cancellationToken)
    {
        var known = new Dictionary<Guid, KnownFigure>();
        if (targets.Count == 0) return known;
        var links = (await sender.Send(new ListCrosswalksInForce(submission.CriteriaVersionId, period.WindowTo), cancellationToken))
            .Where(link => link.Kind != CrosswalkKind.Part && targets.Any(target => target.Id == link.TargetId)).ToList();
        if (links.Count == 0) return known;
        var cells = await CellsOfUnitAsync(submission, cancellationToken);
        foreach (var link in links)
        {
            var target = targets.First(target => target.Id == link.TargetId);
            var from = string.Join(", ", link.Sources.Select(source => $"{source.SetCode}/{source.Code}"));
            var cell = link.Kind == CrosswalkKind.Equal && cells.TryGetValue(link.Sources[0].Id, out var found) ? found.Cell : (PackedCell?)null;
            var value = link.Formula?.Evaluate(reference => link.Sources.FirstOrDefault(source => $"{source.SetCode}/{source.Code}" == reference.Code) is { } source
                && cells.TryGetValue(source.Id, out var operand) ? CatalogueRules.Figure(operand.Indicator, operand.Cell, reference.Part) : null);
            known[target.Id] = new(target, KnownBy.Link, cell, value, new(from, from), null);
        }

        return known;
    }

    private async Task<Dictionary<Guid, (Indicator Indicator, PackedCell Cell)>> CellsOfUnitAsync(Submission submission, CancellationToken cancellationToken)
    {
        var others = await db.Submissions.AsNoTracking()
            .Where(s => s.PeriodId == submission.PeriodId && s.UnitId == submission.UnitId && s.Id != submission.Id)
            .Join(db.Sheets.AsNoTracking(), s => s.Id, sheet => sheet.SubmissionId, (s, sheet) => new { s.CriteriaVersionId, sheet.Bytes })
            .ToListAsync(cancellationToken);
        var cells = new Dictionary<Guid, (Indicator, PackedCell)>();
        foreach (var other in others)
        {
            var form = await forms.GetAsync(other.CriteriaVersionId, cancellationToken);
            foreach (var cell in SheetCodec.Read(other.Bytes).Where(cell => cell.Disaggregation.Length == 0))
                cells[form.At(cell.Place).Id] = (form.At(cell.Place), cell);
        }

        return cells;
    }

    /// <summary>The unit's newest approved figure of each indicator that this period does not ask for.</summary>
    private async Task<IReadOnlyDictionary<Guid, KnownFigure>> EarlierAsync(
        Submission submission, Period period, IReadOnlyList<Indicator> indicators, CancellationToken cancellationToken)
    {
        var known = indicators.ToDictionary(i => i.Id, i => new KnownFigure(i, KnownBy.EarlierPeriod, null, null, new("chưa có kỳ nào", "no period yet"), null));
        if (indicators.Count == 0) return known;
        var periods = (await sender.Send(new ListPeriods(), cancellationToken)).Where(one => one.WindowTo < period.WindowTo).ToDictionary(one => one.Id);
        var sheets = await db.SheetVersions.AsNoTracking().Where(v => v.UnitId == submission.UnitId && v.Counts)
            .Select(v => new { v.PeriodId, v.CriteriaVersionId, v.Bytes }).ToListAsync(cancellationToken);
        var layouts = await forms.AllLayoutsAsync(cancellationToken);
        foreach (var sheet in sheets.Where(sheet => periods.ContainsKey(sheet.PeriodId)).OrderBy(sheet => periods[sheet.PeriodId].WindowTo))
        {
            var (layout, of) = (layouts[sheet.CriteriaVersionId], periods[sheet.PeriodId]);
            foreach (var cell in SheetCodec.Read(sheet.Bytes).Where(cell => cell.Disaggregation.Length == 0))
            {
                if (known.TryGetValue(layout.IndicatorAt(cell.Place), out var figure))
                    known[figure.Indicator.Id] = figure with { Cell = cell, Source = of.Name, On = of.WindowTo };
            }
        }

        return known;
    }
}

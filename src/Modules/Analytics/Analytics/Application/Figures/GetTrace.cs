using LearningCity.Analytics.Application.Boundaries;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Figures;

/// <summary>Follows a trace code from a figure to what it is made of.</summary>
/// <param name="Code">As people type it.</param>
internal sealed record GetTrace(string Code) : IQuery<Result<Trace>>;

/// <summary>Where a figure comes from.</summary>
/// <param name="Code">The code, in its printed form.</param>
/// <param name="Context">Period, edition, tree, relation.</param>
/// <param name="Figure">The figure as it is now.</param>
/// <param name="Formula">How it is made, with the numbers in it.</param>
/// <param name="Inputs">Of a derived figure: the figures of the same unit that the formula is worked out from.</param>
/// <param name="Contributors">Figures of the units directly below, one level down; each has a code of its own.</param>
/// <param name="Submissions">What the unit itself handed in, down to revisions, approvers and evidence.</param>
/// <param name="Links">Links from other criteria sets that answer it, with what the unit handed in for their sources.</param>
internal sealed record Trace(
    string Code, FigureContext Context, FigureItem Figure, LocalText Formula, IReadOnlyList<FigureItem> Inputs,
    IReadOnlyList<FigureItem> Contributors,
    IReadOnlyList<TracedSubmission> Submissions, IReadOnlyList<TracedLink> Links);

internal sealed class GetTraceHandler(
    IAnalyticsDb db, EditionFrames frames, FigureReader reader, BoundaryReader boundaries, TraceBook traces, ReadingScope scope,
    TracedSubmissions submissions)
    : IQueryHandler<GetTrace, Result<Trace>>
{
    public async Task<Result<Trace>> Handle(GetTrace request, CancellationToken cancellationToken)
    {
        if (!TraceCode.TryRead(request.Code, out var code)) return AnalyticsFailures.WrongTraceCode.On("code");
        var named = await db.TracedFigures.AsNoTracking().FirstOrDefaultAsync(figure => figure.Code == code, cancellationToken);
        if (named is null || await frames.FindAsync(named.PeriodId, named.EditionId, cancellationToken) is not { } frame) return PlatformFailures.NotFound;
        var indicator = frame.Rollup.IndicatorOf(named.IndicatorId);
        if (indicator < 0 || frame.Columns.Find(indicator, named.Disaggregation) is not { } column) return PlatformFailures.NotFound;
        var allowed = await scope.RequireAsync(frame, named.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (await ReadAsync(frame, named, indicator, cancellationToken) is not var (states, below)) return PlatformFailures.NotFound;
        var inputs = new List<int>();
        foreach (var input in Derivation.InputsOf(frame, indicator)) inputs.Add(input);
        var contributors = below.Where(id => (inputs.Count == 0 ? [column] : inputs)
            .Exists(one => states.ByUnit.GetValueOrDefault(id)?[one].Coverage.Expected > 0)).ToList();
        await traces.EnterAsync(
            states, [.. contributors.Select(id => (id, column)), .. inputs.Select(input => (named.UnitId, input))], cancellationToken);
        var figure = FigureReader.ItemOf(states, named.UnitId, column);
        return new Trace(
            code, states.Context, figure,
            frame.Indicators[indicator].Formula is { } formula
                ? new($"Công thức: {formula.Text}", $"Formula: {formula.Text}")
                : FormulaOf(frame.Rollup.Indicators[indicator].Summing, figure),
            [.. inputs.Select(input => FigureReader.ItemOf(states, named.UnitId, input))],
            [.. contributors.Select(id => FigureReader.ItemOf(states, id, column)).OrderBy(item => item.UnitCode, StringComparer.Ordinal)],
            await submissions.ReadAsync(frame, named, cancellationToken), await submissions.LinksAsync(frame, named, cancellationToken));
    }

    /// <summary>States of the unit and of those directly below it, on the tree that the code names; null if that tree does not have it.</summary>
    private async Task<(UnitStates States, IReadOnlyList<Guid> Below)?> ReadAsync(
        PeriodFrame frame, TracedFigure named, int indicator, CancellationToken cancellationToken)
    {
        if (named.TreeDate != frame.TreeDate)
        {
            var chosen = await boundaries.TreeAsync(frame, named.TreeDate, cancellationToken);
            if (!chosen.Succeeded) return null;
            var tree = chosen.Value;
            if (tree.PlaceOf(named.UnitId) is not (var place and >= 0)) return null;
            List<Guid> inside = [.. tree.Below(place).Select(child => child.Id)];
            return (await boundaries.ReadAsync(frame, tree, [named.UnitId, .. inside], IndicatorSet.Of([indicator]), cancellationToken), inside);
        }

        var unit = frame.Rollup.UnitOf(named.UnitId);
        if (unit < 0) return null;
        var below = frame.Rollup.Along(named.Relation).Children(unit).ToArray().Select(child => frame.Units[child].Id).ToList();
        return (await reader.ReadAsync(frame, named.Relation, [named.UnitId, .. below], cancellationToken), below);
    }

    private static LocalText FormulaOf(Summing summing, FigureItem figure)
    {
        var (vi, en) = summing switch
        {
            Summing.Sum => ("Tổng của", "Sum of"),
            Summing.Ratio => ("Tổng tử số / tổng mẫu số của", "Sum of numerators / sum of denominators of"),
            Summing.Yes => ("Số trả lời có / số đã trả lời, của", "Number of yes / number of answers, of"),
            Summing.Levels => ("Số từ mức hai trở lên / số đã trả lời, của", "Number above the lowest level / number of answers, of"),
            Summing.Average => ("Trung bình của", "Mean of"),
            Summing.Minimum => ("Giá trị nhỏ nhất của", "Smallest of"),
            Summing.Maximum => ("Giá trị lớn nhất của", "Greatest of"),
            _ => ("Không tổng hợp; có", "Not rolled up; there are"),
        };
        var parts = figure.Denominator is null ? "" : FormattableString.Invariant($": {figure.Numerator:0.######} / {figure.Denominator:0.######}");
        var (linkedVi, linkedEn) = figure.Linked == 0 ? ("", "")
            : ($"; {figure.Linked} giá trị lấy từ bộ tiêu chí khác{(figure.Partial > 0 ? $", trong đó {figure.Partial} chỉ là một phần" : "")}",
                $"; {figure.Linked} of them come from other criteria sets{(figure.Partial > 0 ? $", {figure.Partial} only in part" : "")}");
        return new($"{vi} {figure.Values} giá trị đã duyệt{parts}{linkedVi}", $"{en} {figure.Values} approved values{parts}{linkedEn}");
    }
}

using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using MediatR;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>A cell that says something else than it did: what was approved then, what is known now, why, who.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitCode">Its code in the period.</param>
/// <param name="UnitName">Its name in the period.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="IndicatorName">What is measured.</param>
/// <param name="Disaggregation">Key of the disaggregation; empty for the total.</param>
/// <param name="Then">What was approved then.</param>
/// <param name="Now">What is known now.</param>
/// <param name="Why">The reasons given; null where nobody gave one.</param>
/// <param name="By">Who handed the new value in; null where the name was erased.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="At">When it was approved; when it was handed in where that is not known.</param>
internal sealed record Restatement(
    Guid SubmissionId, Guid UnitId, string UnitCode, LocalText UnitName, string Indicator, LocalText IndicatorName, string Disaggregation,
    CellValue Then, CellValue Now, string? Why, string? By, string? ApprovedBy, DateTimeOffset? At);

/// <summary>What a cell says.</summary>
/// <param name="State">Reported, not applicable, not available, or not reported.</param>
/// <param name="Number">Of a count, an amount, a level, a yes or no; null for a pair or a text.</param>
/// <param name="Numerator">Of a percent or ratio.</param>
/// <param name="Denominator">Of a percent or ratio.</param>
/// <param name="Text">Of a text.</param>
internal sealed record CellValue(CellState State, decimal? Number, decimal? Numerator, decimal? Denominator, string? Text)
{
    internal static CellValue None { get; } = new(CellState.NotReported, null, null, null, null);

    internal static CellValue Of(SheetCell cell) => new(cell.State, cell.Number, cell.Numerator, cell.Denominator, cell.Text);
}

/// <summary>Finds what was restated from one edition to the next, or since the last one.</summary>
internal sealed class Restatements(EditionReader editions, ISender sender)
{
    /// <summary>Reports that are not the ones of an edition's predecessor.</summary>
    internal async Task<IReadOnlyList<SheetChange>> BetweenAsync(Edition before, Edition edition, CancellationToken cancellationToken) =>
        SheetChange.Between(await editions.SheetsAsync(before.Id, cancellationToken), await editions.SheetsAsync(edition.Id, cancellationToken));

    /// <summary>Reports that were corrected or added since an edition.</summary>
    internal async Task<IReadOnlyList<SheetChange>> SinceAsync(Edition edition, CancellationToken cancellationToken)
    {
        var then = await editions.SheetsAsync(edition.Id, cancellationToken);
        var units = then.ToDictionary(sheet => sheet.Pin.SubmissionId, sheet => sheet.UnitId);
        var pins = await sender.Send(new ListSheetPins(edition.PeriodId), cancellationToken);
        var unknown = pins.Where(pin => !units.ContainsKey(pin.SubmissionId)).ToList();
        await foreach (var sheet in sender.CreateStream(new StreamPinnedSheets(unknown), cancellationToken)) units[sheet.SubmissionId] = sheet.UnitId;
        return SheetChange.Between(then, [.. pins.Where(pin => units.ContainsKey(pin.SubmissionId)).Select(pin => new FrozenSheet(units[pin.SubmissionId], pin, ""))]);
    }

    /// <summary>The cells that changed in some reports, in the order of these reports.</summary>
    internal async Task<IReadOnlyList<Restatement>> CellsAsync(
        PeriodFrame frame, IReadOnlyList<SheetChange> changes, CancellationToken cancellationToken)
    {
        var pins = changes.SelectMany(Pins).ToList();
        var sheets = new Dictionary<SheetPin, Sheet>();
        await foreach (var sheet in sender.CreateStream(new StreamPinnedSheets(pins), cancellationToken))
            sheets[new(sheet.SubmissionId, sheet.SheetVersion)] = sheet.Unpack(frame.PeriodId);
        var origins = (await sender.Send(new GetSheetOrigins(pins), cancellationToken)).ToDictionary(origin => origin.Pin);
        var names = await editions.NamesAsync(
            origins.Values.SelectMany(origin => (Guid[])[origin.RecordedBy, origin.ApprovedBy ?? Guid.Empty]), cancellationToken);
        var indicators = frame.Indicators.ToDictionary(indicator => indicator.Id);
        return [.. changes.SelectMany(change => CellsOf(change, frame, sheets, origins, names, indicators))];
    }

    private static IEnumerable<SheetPin> Pins(SheetChange change)
    {
        if (change.Then is { } then) yield return new(change.SubmissionId, then);
        if (change.Now is { } now) yield return new(change.SubmissionId, now);
    }

    private static IEnumerable<Restatement> CellsOf(
        SheetChange change, PeriodFrame frame, Dictionary<SheetPin, Sheet> sheets, Dictionary<SheetPin, SheetOrigin> origins,
        IReadOnlyDictionary<Guid, string> names, Dictionary<Guid, Indicator> indicators)
    {
        var (then, now) = (Cells(change.Then), Cells(change.Now));
        var origin = change.Now is { } version ? origins.GetValueOrDefault(new(change.SubmissionId, version)) : null;
        var unit = frame.Units[frame.Rollup.UnitOf(change.UnitId)];
        foreach (var key in then.Keys.Union(now.Keys)
            .Where(key => indicators.ContainsKey(key.IndicatorId))
            .OrderBy(key => indicators[key.IndicatorId].Code, StringComparer.Ordinal).ThenBy(key => key.Disaggregation, StringComparer.Ordinal))
        {
            var (old, current) = (then.GetValueOrDefault(key) ?? CellValue.None, now.GetValueOrDefault(key) ?? CellValue.None);
            if (old == current) continue;
            yield return new(
                change.SubmissionId, unit.Id, unit.Code, unit.Name, indicators[key.IndicatorId].Code, indicators[key.IndicatorId].Name,
                key.Disaggregation, old, current, origin?.Reason, Name(origin?.RecordedBy), Name(origin?.ApprovedBy),
                origin?.ApprovedAt ?? origin?.RecordedAt);
        }

        Dictionary<(Guid IndicatorId, string Disaggregation), CellValue> Cells(int? number) =>
            number is { } one && sheets.TryGetValue(new(change.SubmissionId, one), out var sheet)
                ? sheet.Cells.ToDictionary(cell => (cell.IndicatorId, cell.Disaggregation), CellValue.Of)
                : [];

        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }
}

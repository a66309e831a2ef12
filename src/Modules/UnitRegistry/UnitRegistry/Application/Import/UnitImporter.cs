using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>Stages, compares, orders and writes an import.</summary>
internal sealed class UnitImporter(IUnitRegistryDb db, Guardian guardian, UnitImportWriter writer)
{
    internal async Task<Result<UnitImportReport>> RunAsync(UnitFileReader read, UnitImportOptions options, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        var stage = new UnitStage();
        var most = options.Atomic ? ImportUnits.MostAtomicRows : ImportUnits.MostRows;
        if (await read(stage, most, cancellationToken) is { Succeeded: false } unreadable) return unreadable;
        if (stage.Count == 0) return UnitImportFailures.NoRows;

        var known = await KnownUnits.ReadAsync(db, stage, cancellationToken);
        var groups = new UnitImportPlanner(known, options.EffectiveOn, options.Update, stage.Problems).Plan(stage.Rows);
        var work = groups.Where(group => group.Any(row => row.Action != RowAction.None)).ToList();
        var isWriting = !options.DryRun && work.Count > 0 && !(options.Atomic && stage.Problems.Rows > 0);
        var written = isWriting && await writer.WriteAsync(work, stage, options, cancellationToken);
        return Report(stage, [.. work.SelectMany(group => group)], options, isWriting, written);
    }

    private static UnitImportReport Report(
        UnitStage stage, IReadOnlyList<PlannedRow> work, UnitImportOptions options, bool tried, bool written)
    {
        // An atomic import that was refused did nothing; what it would have done is for the dry run to say.
        var isUndone = options.Atomic && !options.DryRun && (!tried || !written);
        var done = isUndone ? [] : work.Where(row => row.Action != RowAction.None && !stage.Problems.Has(row.Row.Number)).ToList();
        var founded = done.Count(row => row.Action == RowAction.Found);
        var unchanged = stage.Count - stage.Problems.Rows - (isUndone ? work.Count(row => row.Action != RowAction.None && !stage.Problems.Has(row.Row.Number)) : done.Count);
        return new UnitImportReport(
            stage.Count, founded, done.Count - founded, unchanged, stage.Problems.Rows, written, stage.Problems.First, stage.Problems.CountByCode,
            [.. done.OrderBy(row => row.Row.Number).Take(UnitImportReport.MostChanges).Select(row => new UnitRowChange(
                row.Row.Number, row.Row.Code, row.Row.NameVi ?? row.Known!.NameVi, row.Action, row.Changes))]);
    }
}

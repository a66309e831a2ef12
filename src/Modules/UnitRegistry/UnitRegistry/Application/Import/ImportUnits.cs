using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>
/// Takes units from a file. Rows are staged, compared with the registry and put in order, parents first, before anything is written; then
/// they are written in chunks of under a quarter of a second, or, in atomic mode, all in one transaction. The same file sent again changes
/// nothing.
/// </summary>
/// <param name="Read">Reads the rows into a stage; refuses what cannot be read.</param>
/// <param name="Options">How to take them.</param>
internal sealed record ImportUnits(UnitFileReader Read, UnitImportOptions Options) : ICommand<UnitImportReport>
{
    /// <summary>Most rows of an atomic import.</summary>
    internal const int MostAtomicRows = 10_000;

    /// <summary>Most rows of any import: the country three times over.</summary>
    internal const int MostRows = 200_000;
}

/// <summary>Reads a file into a stage, up to a number of rows.</summary>
internal delegate Task<Result> UnitFileReader(UnitStage stage, int mostRows, CancellationToken cancellationToken);

/// <summary>How an import takes its rows.</summary>
/// <param name="EffectiveOn">The day as of which rows speak that name no day themselves.</param>
/// <param name="DryRun">Compares and reports, and writes nothing.</param>
/// <param name="Atomic">All rows or none.</param>
/// <param name="Update">Whether units of the registry take other values from the file, as of the day; otherwise they are conflicts.</param>
internal sealed record UnitImportOptions(DateOnly EffectiveOn, bool DryRun, bool Atomic, bool Update);

/// <summary>What became of an import.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Founded">Units entered; in a dry run, units that would be.</param>
/// <param name="Changed">Units with other values.</param>
/// <param name="Unchanged">Rows that say what is known already.</param>
/// <param name="Rejected">Rows not taken.</param>
/// <param name="Written">Whether anything was written.</param>
/// <param name="Problems">Why rows were not taken: the first <see cref="UnitImportProblems.MostNamed"/>, in order of rows.</param>
/// <param name="CountByCode">How many problems of each code there are.</param>
/// <param name="Changes">The first rows that enter or change a unit.</param>
internal sealed record UnitImportReport(
    int Rows, int Founded, int Changed, int Unchanged, int Rejected, bool Written, IReadOnlyList<UnitRowProblem> Problems,
    IReadOnlyDictionary<string, int> CountByCode, IReadOnlyList<UnitRowChange> Changes)
{
    /// <summary>Most rows that are shown with what they do.</summary>
    internal const int MostChanges = 200;
}

/// <summary>What a row does.</summary>
/// <param name="Row">Number of the row, from 1.</param>
/// <param name="Code">Code of the unit.</param>
/// <param name="Name">Its Vietnamese name.</param>
/// <param name="Action">Enters or changes it.</param>
/// <param name="Fields">What changes; empty for a new unit.</param>
internal sealed record UnitRowChange(int Row, string Code, string Name, RowAction Action, IReadOnlyList<FieldChange> Fields);

internal sealed class ImportUnitsHandler(UnitImporter importer) : ICommandHandler<ImportUnits, UnitImportReport>
{
    public Task<Result<UnitImportReport>> Handle(ImportUnits command, CancellationToken cancellationToken) =>
        importer.RunAsync(command.Read, command.Options, cancellationToken);
}

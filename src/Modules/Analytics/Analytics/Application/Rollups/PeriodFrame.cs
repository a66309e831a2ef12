using System.Globalization;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.Analytics.Domain.Supplements;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Rollups;

/// <summary>
/// Everything about a period that changes seldom: the period, the tree of its reference date, the indicators owed, the columns. Kept in
/// memory by each host and read anew when the period's stamp has grown.
/// </summary>
internal sealed class PeriodFrame
{
    private readonly Dictionary<Guid, IndicatorSet> _setOfVersion;
    private readonly Dictionary<string, int> _indicatorOfCode;

    internal PeriodFrame(
        Period period, int stamp, string columns, IReadOnlyList<UnitSummary> units, IReadOnlyList<CriteriaSetVersion> versions,
        IReadOnlyList<Indicator> indicators, RollupFrame rollup, IReadOnlyList<string?> reporterTypes)
    {
        Period = period;
        Stamp = stamp;
        Units = units;
        Versions = versions;
        Indicators = indicators;
        Rollup = rollup;
        ReporterTypes = reporterTypes;
        _setOfVersion = versions.ToDictionary(
            version => version.VersionId,
            version => IndicatorSet.Of(version.Indicators.Select(indicator => rollup.IndicatorOf(indicator.Id)).Where(place => place >= 0)));
        _indicatorOfCode = indicators.Select((indicator, place) => (indicator.Code, place))
            .GroupBy(pair => pair.Code, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().place, StringComparer.OrdinalIgnoreCase);
        Columns = ReadColumns(columns);
        Home = FindHome();
    }

    internal Period Period { get; }

    internal Guid PeriodId => Period.Id;

    internal int Stamp { get; }

    /// <summary>The edition whose facts it holds; null for live ones.</summary>
    internal SealedEdition? Edition { get; init; }

    /// <summary>What counts beside the sheets.</summary>
    internal required UnitSupplements Supplements { get; init; }

    /// <summary>Key of the edition, or what stands for live.</summary>
    internal Guid EditionId => Edition?.Id ?? RollupRow.Live;

    /// <summary>The date whose tree it is: the last day of the data window (semantics, "Dates and trees").</summary>
    internal DateOnly TreeDate => Period.WindowTo;

    /// <summary>Units by place.</summary>
    internal IReadOnlyList<UnitSummary> Units { get; }

    /// <summary>The criteria sets that are reported.</summary>
    internal IReadOnlyList<CriteriaSetVersion> Versions { get; }

    /// <summary>Indicators by place, in the order of their sets.</summary>
    internal IReadOnlyList<Indicator> Indicators { get; }

    internal RollupFrame Rollup { get; }

    /// <summary>By place of the unit: its type as the obligation names it; null where it owes nothing.</summary>
    internal IReadOnlyList<string?> ReporterTypes { get; }

    /// <summary>The columns known at this stamp. A copy is taken by whoever may add to it.</summary>
    internal ColumnTable Columns { get; }

    /// <summary>The area that the figures are about unless a reader says otherwise: the top of the territory with most reporting units.</summary>
    internal int Home { get; }

    /// <summary>All indicators of a version of a criteria set that anybody owes.</summary>
    internal IndicatorSet IndicatorsOf(Guid versionId) => _setOfVersion.GetValueOrDefault(versionId);

    /// <summary>Place of an indicator by its code; -1 if there is none.</summary>
    internal int IndicatorOf(string code) => _indicatorOfCode.GetValueOrDefault(code, -1);

    /// <summary>A copy of the columns that may grow.</summary>
    internal ColumnTable CopyColumns() => new(Indicators.Count, Columns.Disaggregated);

    /// <summary>The disaggregated columns as they are stored.</summary>
    internal string Write(ColumnTable columns) =>
        string.Join('\n', columns.Disaggregated.Select(column => $"{Indicators[column.Indicator].Id:N}/{column.Disaggregation}"));

    /// <summary>One cell of a sheet, as the roll-up takes it.</summary>
    internal OwnCell CellOf(
        ColumnTable columns, int indicator, string disaggregation, CellState state, decimal? number, decimal? numerator, decimal? denominator)
    {
        var column = columns.PlaceOf(indicator, disaggregation);
        return state switch
        {
            CellState.Reported when Rollup.Indicators[indicator].Shown == Summing.Ratio =>
                new(column, Answer.Value, numerator ?? 0, denominator ?? 0),
            CellState.Reported => new(column, Answer.Value, number ?? 0, 0),
            CellState.NotApplicable => new(column, Answer.NotApplicable, 0, 0),
            CellState.NotAvailable => new(column, Answer.NotAvailable, 0, 0),
            _ => new(column, Answer.None, 0, 0),
        };
    }

    private ColumnTable ReadColumns(string stored)
    {
        var disaggregated = stored.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('/', 2))
            .Select(parts => new Column(Rollup.IndicatorOf(Guid.Parse(parts[0], CultureInfo.InvariantCulture)), parts[1]));
        return new(Indicators.Count, disaggregated);
    }

    private int FindHome()
    {
        var best = (Unit: -1, Reporting: -1);
        foreach (var root in Rollup.Territory.Roots)
        {
            var reporting = 0;
            foreach (var unit in Rollup.Territory.Subtree(root)) reporting += ReporterTypes[unit] is null ? 0 : 1;
            if (reporting > best.Reporting) best = (root, reporting);
        }

        return best.Unit;
    }
}

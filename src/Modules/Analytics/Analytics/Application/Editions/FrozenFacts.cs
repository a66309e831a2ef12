using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>The units that a period stands on.</summary>
/// <param name="Tree">The tree of the reference date, parents before children along <c>lies in</c>.</param>
/// <param name="Strangers">Units that owe something and are not in that tree: each stands for itself.</param>
internal sealed record FrozenUnits(IReadOnlyList<UnitSummary> Tree, IReadOnlyList<UnitSummary> Strangers);

/// <summary>What units owe. Thousands owe the same cells: each list of cells is there once.</summary>
/// <param name="Cells">The lists of indicators.</param>
/// <param name="Items">The obligations; their own lists of indicators are empty.</param>
/// <param name="CellsOf">By obligation: which list.</param>
internal sealed record FrozenObligations(IReadOnlyList<IReadOnlyList<Guid>> Cells, IReadOnlyList<Obligation> Items, IReadOnlyList<int> CellsOf)
{
    internal static FrozenObligations Of(IEnumerable<Obligation> obligations)
    {
        var lists = new List<IReadOnlyList<Guid>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var (items, cellsOf) = (new List<Obligation>(), new List<int>());
        foreach (var obligation in obligations.OrderBy(obligation => obligation.Id.ToString("N"), StringComparer.Ordinal))
        {
            var key = string.Join(',', obligation.IndicatorIds.Select(id => id.ToString("N")));
            if (!places.TryGetValue(key, out var place))
            {
                places.Add(key, place = lists.Count);
                lists.Add(obligation.IndicatorIds);
            }

            items.Add(obligation with { IndicatorIds = [] });
            cellsOf.Add(place);
        }

        return new(lists, items, cellsOf);
    }

    /// <summary>The obligations as they were.</summary>
    internal IEnumerable<Obligation> All() => Items.Select((obligation, i) => obligation with { IndicatorIds = Cells[CellsOf[i]] });
}

/// <summary>The sheet of a unit that counts.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Pin">The sheet.</param>
/// <param name="Sha256">Hash of its cells, in hexadecimal.</param>
internal sealed record FrozenSheet(Guid UnitId, SheetPin Pin, string Sha256);

/// <summary>A version of a criteria set, which never changes, and what of it decides figures.</summary>
/// <param name="VersionId">Key.</param>
/// <param name="SetCode">Code of the set.</param>
/// <param name="Version">Number of the version.</param>
/// <param name="Indicators">Its indicators.</param>
internal sealed record FrozenRules(Guid VersionId, string SetCode, int Version, IReadOnlyList<FrozenRule> Indicators)
{
    internal static FrozenRules Of(CriteriaSetVersion version) =>
        new(version.VersionId, version.SetCode, version.Version, [.. version.Indicators.Select(FrozenRule.Of)]);
}

/// <summary>What of an indicator decides its figures and how they are judged.</summary>
internal sealed record FrozenRule(
    Guid IndicatorId, string Code, IndicatorValueType ValueType, AggregationRule Aggregation, OwnValue OwnValue, IndicatorDataSource DataSource,
    IndicatorAccumulation Accumulation, Direction Direction, decimal Factor, int Decimals, decimal? Target, string? Formula)
{
    internal static FrozenRule Of(Indicator indicator) => new(
        indicator.Id, indicator.Code, indicator.ValueType, indicator.Aggregation, indicator.OwnValue, indicator.DataSource, indicator.Accumulation,
        indicator.Direction, indicator.Factor, indicator.Decimals, indicator.Target, indicator.Formula?.Text);
}

/// <summary>A link between criteria sets.</summary>
internal sealed record FrozenLink(
    Guid Id, CrosswalkKind Kind, Guid TargetId, IReadOnlyList<Guid> SourceIds, string? Formula, DateOnly ValidFrom, DateOnly? ValidTo)
{
    internal static FrozenLink Of(CrosswalkLink link) => new(
        link.Id, link.Kind, link.TargetId, [.. link.Sources.Select(source => source.Id)], link.Formula?.Text, link.ValidFrom, link.ValidTo);
}

/// <summary>A reference series and its release.</summary>
internal sealed record FrozenSeries(string Code, int Release);

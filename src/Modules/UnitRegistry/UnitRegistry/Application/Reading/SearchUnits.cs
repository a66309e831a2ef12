using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Application.Directory;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>A numbered page of units for the web, with the names of the units around them, and hits among names of other times.</summary>
internal sealed record SearchUnits(UnitFilter Filter, int PageNumber) : IQuery<Result<UnitSearch>>
{
    internal const int PageSize = 50;
}

/// <summary>What a search found.</summary>
internal sealed record UnitSearch(
    IReadOnlyList<UnitSummary> Units, int Total, IReadOnlyDictionary<Guid, LocalText> Names, IReadOnlyList<FormerUnit> Former,
    IReadOnlyDictionary<UnitType, int> CountByType);

/// <summary>A name that a unit had at another time.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Code">Its code then.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Type">What it was then.</param>
/// <param name="ValidFrom">First day of that state.</param>
/// <param name="ValidTo">Last day of it; null while it lasts.</param>
/// <param name="LiesIn">What it lay in.</param>
/// <param name="Became">The units of the day asked for that it is, or went into.</param>
internal sealed record FormerUnit(
    Guid UnitId, string Code, LocalText Name, UnitType Type, DateOnly ValidFrom, DateOnly? ValidTo, LocalText? LiesIn, IReadOnlyList<NamedUnit> Became);

internal sealed class SearchUnitsHandler(IUnitRegistryDb db, UnitDirectory directory, LineageReader reader, Guardian guardian)
    : IQueryHandler<SearchUnits, Result<UnitSearch>>
{
    private const int MostFormer = 20;
    private const int MostBecame = 4;

    public async Task<Result<UnitSearch>> Handle(SearchUnits request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var filter = request.Filter;
        var index = await directory.ReadAsync(db, cancellationToken);
        var all = index.Find(filter with { Type = null }).ToList();
        var counts = all.CountBy(state => state.Type).ToDictionary();
        var shown = filter.Type is { } type ? all.FindAll(state => state.Type == type) : all;
        var skip = (int)Math.Clamp((request.PageNumber - 1) * (long)SearchUnits.PageSize, 0, int.MaxValue);
        var page = shown.Skip(skip).Take(SearchUnits.PageSize).ToList();
        var former = Former(index, filter);
        var became = await BecameAsync(index, former, filter.AsOf, cancellationToken);
        return new UnitSearch(
            [.. page.Select(UnitAnswers.ToSummary)], shown.Count,
            page.SelectMany(state => new[] { state.LiesInId, state.ReportsToId }).OfType<Guid>().Distinct()
                .ToDictionary(id => id, id => NameOf(index, id, filter.AsOf)),
            [.. former.Select(state => new FormerUnit(
                state.UnitId, state.Code, new LocalText(state.NameVi, state.NameEn), state.Type, state.ValidFrom, state.ValidTo,
                state.LiesInId is { } parentId ? NameOf(index, parentId, filter.AsOf) : null,
                became.GetValueOrDefault((state.UnitId, state.ValidFrom)) ?? []))],
            counts);
    }

    /// <summary>Names of other times that fit the text, of units that bear another name on the day, or none any more.</summary>
    private static List<UnitState> Former(UnitIndex index, UnitFilter filter) => string.IsNullOrWhiteSpace(filter.Query)
        ? []
        : [.. index.Having(filter.Query)
            .Where(state => !state.Days.Contains(filter.AsOf) && index.On(state.UnitId, filter.AsOf)?.NameVi != state.NameVi)
            .Take(MostFormer)];

    /// <summary>What former states are on the day: the same unit under another name, or the units that it went into.</summary>
    private async Task<Dictionary<(Guid, DateOnly), IReadOnlyList<NamedUnit>>> BecameAsync(
        UnitIndex index, List<UnitState> former, DateOnly day, CancellationToken cancellationToken)
    {
        if (former.Count == 0) return [];
        var lineage = (await reader.ReadForAsync([.. former.Select(state => state.UnitId).Distinct()], cancellationToken)).Lineage;
        return former.ToDictionary(
            state => (state.UnitId, state.ValidFrom),
            IReadOnlyList<NamedUnit> (state) =>
            [
                .. lineage.Of(state.UnitId, state.ValidTo is { } last && last < day ? last : state.ValidFrom, day)
                    .Select(link => index.On(link.ToUnitId, day)).OfType<UnitState>().OrderBy(found => found.Sort, StringComparer.Ordinal)
                    .Take(MostBecame).Select(found => new NamedUnit(found.UnitId, new LocalText(found.NameVi, found.NameEn))),
            ]);
    }

    private static LocalText NameOf(UnitIndex index, Guid unitId, DateOnly day)
    {
        var state = UnitAnswers.Nearest(index.Of(unitId), day);
        return new LocalText(state.NameVi, state.NameEn);
    }
}

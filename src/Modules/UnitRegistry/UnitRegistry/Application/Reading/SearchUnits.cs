using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Text;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

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

internal sealed class SearchUnitsHandler(IUnitRegistryDb db, WordSearch search, LineageReader reader, Guardian guardian)
    : IQueryHandler<SearchUnits, Result<UnitSearch>>
{
    private const int MostFormer = 20;
    private const int MostBecame = 4;

    public async Task<Result<UnitSearch>> Handle(SearchUnits request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var filter = request.Filter;
        var rarest = await search.RarestAsync(filter.Query, cancellationToken);
        var counts = await (filter with { Type = null }).Apply(db, rarest).GroupBy(state => state.Type)
            .Select(group => new { Type = group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Type, row => row.Count, cancellationToken);
        var total = filter.Type is { } type ? counts.GetValueOrDefault(type) : counts.Values.Sum();
        var skip = Math.Clamp((request.PageNumber - 1) * (long)SearchUnits.PageSize, 0, int.MaxValue);
        var states = await filter.Apply(db, rarest).OrderBy(state => state.Sort).ThenBy(state => state.Code)
            .Skip((int)skip).Take(SearchUnits.PageSize).ToListAsync(cancellationToken);
        var former = await FormerAsync(filter, rarest, cancellationToken);
        var around = await NamesAsync(
            states.SelectMany(state => new[] { state.LiesInId, state.ReportsToId }).OfType<Guid>().Distinct(), filter.AsOf, cancellationToken);
        var aroundFormer = await NamesAsync(former.Select(state => state.LiesInId).OfType<Guid>().Distinct(), filter.AsOf, cancellationToken);
        var became = await BecameAsync(former, filter.AsOf, cancellationToken);
        return new UnitSearch(
            [.. states.Select(UnitAnswers.ToSummary)], total, around,
            [.. former.Select(state => new FormerUnit(
                state.UnitId, state.Code, new LocalText(state.NameVi, state.NameEn), state.Type, state.ValidFrom, state.ValidTo,
                state.LiesInId is { } parentId ? aroundFormer.GetValueOrDefault(parentId) : null,
                became.GetValueOrDefault((state.UnitId, state.ValidFrom)) ?? []))],
            counts);
    }

    private async Task<List<UnitState>> FormerAsync(UnitFilter filter, string? rarest, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(filter.Query)) return [];
        var (day, pattern) = (filter.AsOf, SearchText.Pattern(filter.Query));
        return await db.States.AsNoTracking().Having(db, rarest)
            .Where(state => EF.Functions.Like(state.Search, pattern) && (state.ValidFrom > day || state.ValidTo < day))
            .Where(state => !db.States.Any(now => now.UnitId == state.UnitId && now.NameVi == state.NameVi
                && now.ValidFrom <= day && (now.ValidTo == null || now.ValidTo >= day)))
            .OrderBy(state => state.Sort).ThenBy(state => state.Code).ThenByDescending(state => state.ValidFrom)
            .Take(MostFormer).ToListAsync(cancellationToken);
    }

    /// <summary>What former states are on the day: the same unit under another name, or the units that it went into.</summary>
    private async Task<Dictionary<(Guid, DateOnly), IReadOnlyList<NamedUnit>>> BecameAsync(
        List<UnitState> former, DateOnly day, CancellationToken cancellationToken)
    {
        if (former.Count == 0) return [];
        var lineage = (await reader.ReadForAsync([.. former.Select(state => state.UnitId).Distinct()], cancellationToken)).Lineage;
        var links = former.ToDictionary(
            state => (state.UnitId, state.ValidFrom),
            state => lineage.Of(state.UnitId, state.ValidTo is { } last && last < day ? last : state.ValidFrom, day).Select(link => link.ToUnitId).ToList());
        var ids = links.Values.SelectMany(unitIds => unitIds).Distinct().Take(Registrar.Portion).ToArray();
        var names = await db.States.AsNoTracking().On(day).Where(state => ids.Contains(state.UnitId)).OrderBy(state => state.Sort)
            .Select(state => new NamedUnit(state.UnitId, new LocalText(state.NameVi, state.NameEn))).ToListAsync(cancellationToken);
        return links.ToDictionary(link => link.Key, IReadOnlyList<NamedUnit> (link) => [.. names.Where(name => link.Value.Contains(name.Id)).Take(MostBecame)]);
    }

    private async Task<IReadOnlyDictionary<Guid, LocalText>> NamesAsync(
        IEnumerable<Guid> unitIds, DateOnly day, CancellationToken cancellationToken)
    {
        var ids = unitIds.ToArray();
        var states = await db.States.AsNoTracking().Where(state => ids.Contains(state.UnitId)).ToListAsync(cancellationToken);
        return states.GroupBy(state => state.UnitId).ToDictionary(group => group.Key, group =>
        {
            var state = UnitAnswers.Nearest(group, day);
            return new LocalText(state.NameVi, state.NameEn);
        });
    }
}

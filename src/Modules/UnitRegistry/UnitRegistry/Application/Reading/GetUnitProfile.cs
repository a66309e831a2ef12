using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>A unit with its history.</summary>
internal sealed record GetUnitProfile(Guid UnitId, DateOnly AsOf) : IQuery<Result<UnitProfile>>;

/// <summary>What is known of a unit.</summary>
/// <param name="Unit">As of the day asked for, or the nearest day on which it exists.</param>
/// <param name="ReportsTo">The unit it reports to then.</param>
/// <param name="LiesIn">The unit it lies in then.</param>
/// <param name="Names">Its names, latest first.</param>
/// <param name="Codes">Its codes, latest first.</param>
/// <param name="Types">What it was, latest first.</param>
/// <param name="Placements">Its places in the trees, latest first.</param>
/// <param name="Committees">Its steering committees, latest first.</param>
/// <param name="Children">How many units of each type lie in it, or report to it, on the day.</param>
/// <param name="AreaKm2">Area at founding.</param>
/// <param name="Latitude">Of its seat or centre.</param>
/// <param name="Longitude">Of its seat or centre.</param>
internal sealed record UnitProfile(
    UnitSummary Unit, NamedUnit? ReportsTo, NamedUnit? LiesIn, IReadOnlyList<DatedName> Names, IReadOnlyList<DatedCode> Codes,
    IReadOnlyList<DatedType> Types, IReadOnlyList<DatedPlacement> Placements, IReadOnlyList<CommitteeSummary> Committees,
    IReadOnlyList<ChildCount> Children, decimal? AreaKm2, decimal? Latitude, decimal? Longitude);

internal sealed record NamedUnit(Guid Id, LocalText Name);

internal sealed record DatedName(LocalText Name, DateOnly ValidFrom, DateOnly? ValidTo);

internal sealed record DatedCode(string Scheme, string Value, DateOnly ValidFrom, DateOnly? ValidTo);

internal sealed record DatedType(UnitType Type, DateOnly ValidFrom, DateOnly? ValidTo);

internal sealed record DatedPlacement(UnitRelation Relation, NamedUnit Parent, DateOnly ValidFrom, DateOnly? ValidTo);

internal sealed record ChildCount(UnitRelation Relation, UnitType Type, int Count);

internal sealed class GetUnitProfileHandler(IUnitRegistryDb db, Guardian guardian) : IQueryHandler<GetUnitProfile, Result<UnitProfile>>
{
    public async Task<Result<UnitProfile>> Handle(GetUnitProfile request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var states = await db.States.AsNoTracking().Where(state => state.UnitId == request.UnitId).ToListAsync(cancellationToken);
        if (states.Count == 0) return UnitRegistryFailures.UnitNotFound;
        var unit = await db.Units.AsNoTracking().Where(row => row.Id == request.UnitId)
            .Include(row => row.Names.Where(fact => fact.SupersededAt == null))
            .Include(row => row.Codes.Where(fact => fact.SupersededAt == null))
            .Include(row => row.Kinds.Where(fact => fact.SupersededAt == null))
            .Include(row => row.Placements.Where(fact => fact.SupersededAt == null))
            .AsSplitQuery().SingleAsync(cancellationToken);
        var state = UnitAnswers.Nearest(states, request.AsOf);
        var names = await ParentNamesAsync(unit, cancellationToken);
        NamedUnit? Parent(Guid? unitId) => unitId is { } id && names.TryGetValue(id, out var name) ? new NamedUnit(id, name) : null;

        return new UnitProfile(
            state.ToSummary(), Parent(state.ReportsToId), Parent(state.LiesInId),
            [.. Latest(unit.Names).Select(fact => new DatedName(new LocalText(fact.Vi, fact.En), fact.ValidFrom, fact.ValidTo))],
            [.. Latest(unit.Codes).Select(fact => new DatedCode(fact.Scheme, fact.Value, fact.ValidFrom, fact.ValidTo))],
            [.. Latest(unit.Kinds).Select(fact => new DatedType(fact.Type, fact.ValidFrom, fact.ValidTo))],
            [.. Latest(unit.Placements).Select(fact => new DatedPlacement(
                fact.Relation, Parent(fact.ParentId) ?? new NamedUnit(fact.ParentId, new LocalText("", "")), fact.ValidFrom, fact.ValidTo))],
            await CommitteesAsync(request.UnitId, cancellationToken),
            await ChildrenAsync(request.UnitId, request.AsOf, cancellationToken),
            unit.AreaKm2, unit.Latitude, unit.Longitude);
    }

    private static IEnumerable<TFact> Latest<TFact>(IEnumerable<TFact> facts)
        where TFact : DatedFact => facts.OrderByDescending(fact => fact.ValidFrom);

    private async Task<Dictionary<Guid, LocalText>> ParentNamesAsync(ReportingUnit unit, CancellationToken cancellationToken)
    {
        var ids = unit.Placements.Select(place => place.ParentId).Distinct().ToArray();
        var names = await db.Names.AsNoTracking().Where(name => ids.Contains(name.UnitId) && name.SupersededAt == null)
            .ToListAsync(cancellationToken);
        return names.GroupBy(name => name.UnitId).ToDictionary(group => group.Key, group =>
        {
            var name = group.MaxBy(fact => fact.ValidFrom)!;
            return new LocalText(name.Vi, name.En);
        });
    }

    private async Task<List<CommitteeSummary>> CommitteesAsync(Guid unitId, CancellationToken cancellationToken) => await db.Committees.AsNoTracking()
        .Where(committee => committee.UnitId == unitId && committee.SupersededAt == null)
        .OrderByDescending(committee => committee.ValidFrom)
        .Select(committee => new CommitteeSummary(
            committee.Id, committee.UnitId, committee.DecisionNumber, committee.DecidedOn, committee.ValidFrom, committee.ValidTo,
            committee.HeadOffice, committee.MemberCount))
        .ToListAsync(cancellationToken);

    private async Task<List<ChildCount>> ChildrenAsync(Guid unitId, DateOnly day, CancellationToken cancellationToken)
    {
        var lying = await db.States.AsNoTracking().On(day).Where(state => state.LiesInId == unitId).GroupBy(state => state.Type)
            .Select(group => new { Type = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var reporting = await db.States.AsNoTracking().On(day).Where(state => state.ReportsToId == unitId).GroupBy(state => state.Type)
            .Select(group => new { Type = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return
        [
            .. lying.OrderBy(row => row.Type).Select(row => new ChildCount(UnitRelation.LiesIn, row.Type, row.Count)),
            .. reporting.OrderBy(row => row.Type).Select(row => new ChildCount(UnitRelation.ReportsTo, row.Type, row.Count)),
        ];
    }
}

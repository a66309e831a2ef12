using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Tests.Domain;

/// <summary>A small land in a book: a city with two districts, four wards in each, to be reorganised at will.</summary>
internal sealed class Land
{
    internal static readonly DateOnly Start = new(2020, 1, 1);

    private readonly List<Transfer> _transfers = [];

    internal Land()
    {
        City = Found("Thành phố", UnitType.Province, null);
        Districts = [Found("Quận A", UnitType.UrbanDistrict, City), Found("Quận B", UnitType.UrbanDistrict, City)];
        Wards = [.. Enumerable.Range(0, 8).Select(i => Found($"Phường {i + 1}", UnitType.Ward, Districts[i / 4]))];
    }

    internal UnitBook Book { get; } = new([], []);

    internal Guid City { get; }

    internal IReadOnlyList<Guid> Districts { get; }

    internal IReadOnlyList<Guid> Wards { get; }

    internal IReadOnlyList<Transfer> Transfers => _transfers;

    internal Guid Found(string name, UnitType type, Guid? parent) => Book.Found(New(name, type, parent, Start), Recorded).Id;

    internal static NewUnit New(string name, UnitType type, Guid? parent, DateOnly from)
    {
        var places = parent is { } id
            ? new[] { new NewPlace(UnitRelation.LiesIn, id, from, null), new NewPlace(UnitRelation.ReportsTo, id, from, null) }
            : [];
        var unitId = Ids.New();
        return new NewUnit(unitId, unitId.ToString("N")[..12], new LocalText(name, name), type, from, null, places);
    }

    internal BuildingBlocks.Results.Result<ReorganisationEffects> Apply(ReorganisationPlan plan)
    {
        var transfers = plan.Transfers.Select(line => new Transfer
        {
            Id = Ids.New(),
            ReorganisationId = Guid.Empty,
            FromUnitId = line.FromUnitId,
            ToUnitId = line.ToUnitId,
            Extent = line.Extent,
            Share = line.Share,
            Basis = line.Basis,
            EffectiveOn = plan.EffectiveOn,
        }).ToList();
        var applied = Book.Apply(plan, transfers, Recorded);
        if (applied.Succeeded) _transfers.AddRange(transfers);
        return applied;
    }

    internal static ReorganisationPlan Plan(
        ReorganisationKind kind, DateOnly day, IReadOnlyList<NewUnit>? founds = null, IReadOnlyList<PlannedTransfer>? transfers = null,
        IReadOnlyList<UnitChange>? changes = null, IReadOnlyList<Guid>? closes = null) =>
        new(kind, "1/QĐ", day, day, "", founds ?? [], transfers ?? [], changes ?? [], closes ?? [], null);

    internal static PlannedTransfer Whole(Guid from, Guid to) => new(from, to, TransferExtent.Whole, null, null);

    internal static PlannedTransfer Part(Guid from, Guid to, decimal? share = null) =>
        new(from, to, TransferExtent.Part, share, share is null ? null : ShareBasis.Population);

    internal ReportingUnit Unit(Guid unitId) => Book.Find(unitId)!;

    internal Lineage Lineage() => new(
        Book.Units.ToDictionary(unit => unit.Id, unit => unit.Life), _transfers,
        Book.Units.SelectMany(unit => unit.Placements).Where(place => place.IsCurrent && place.Relation == UnitRelation.LiesIn));

    private static Recording Recorded => new(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero), null);
}

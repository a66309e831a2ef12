using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Packs;

/// <summary>
/// The reform of 1 July 2025 as the decisions tell it: one clause for each new unit ("all of A and B and a part of C become D"), the
/// last clause that takes from a divided unit ends it; then the districts end, and two provinces merge into the city.
/// </summary>
internal sealed class ReformOf2025(IReadOnlyDictionary<string, Guid> unitOf)
{
    private const string Communes = "1685/NQ-UBTVQH15";
    private const string Provinces = "202/2025/QH15";
    private const string TwoTiers = "72/2025/QH15";

    private static readonly DateOnly CommunesOn = new(2025, 6, 16);
    private static readonly DateOnly ProvincesOn = new(2025, 6, 12);

    /// <summary>The plans, in the order in which they must be carried out.</summary>
    internal IReadOnlyList<ReorganisationPlan> Plans()
    {
        var pairs = PackTable.Read("reform-of-2025-07-01.csv").ToLookup(row => row["newCode"]);
        var lastClauseOf = pairs.SelectMany(clause => clause).GroupBy(row => row["oldCode"])
            .ToDictionary(group => group.Key, group => group.Last()["newCode"]);
        return
        [
            .. PackTable.Read("communes-since-2025-07.csv").Select(row => Clause(row, [.. pairs[row["code"]]], lastClauseOf)),
            DistrictsEnd(),
            ProvinceMerges("74"),
            ProvinceMerges("77"),
        ];
    }

    private ReorganisationPlan Clause(
        IReadOnlyDictionary<string, string> row, List<IReadOnlyDictionary<string, string>> pairs, Dictionary<string, string> lastClauseOf)
    {
        var code = row["code"];
        var name = new LocalText(row["nameVi"], row["nameEn"]);
        var type = CityPack.Type(row);
        if (pairs is [var only] && only["extent"] == "unchanged") return Unchanged(unitOf[only["oldCode"]], code, name, type);

        var unit = new NewUnit(
            Ids.New(), code, name, type, CityPack.Reform, null,
            [
                new NewPlace(UnitRelation.LiesIn, unitOf[WellKnownUnits.City], CityPack.Reform, null),
                new NewPlace(UnitRelation.ReportsTo, unitOf[WellKnownUnits.EducationDepartment], CityPack.Reform, null),
            ],
            Latitude: CityPack.Number(row["latitude"]), Longitude: CityPack.Number(row["longitude"]), AreaKm2: CityPack.Number(row["areaKm2"]));
        var transfers = pairs.ConvertAll(pair => new PlannedTransfer(unitOf[pair["oldCode"]], unit.Id, Extent(pair), null, null));
        var ends = pairs.Where(pair => pair["extent"] == "part" && lastClauseOf[pair["oldCode"]] == code)
            .Select(pair => unitOf[pair["oldCode"]]).ToList();
        var kind = transfers.TrueForAll(transfer => transfer.Extent == TransferExtent.Whole)
            ? ReorganisationKind.Merge
            : ReorganisationKind.PartialTransfer;
        return Plan(kind, Communes, CommunesOn, $"Thành lập {name.Vi}", [unit], transfers, [], ends);
    }

    /// <summary>The unit goes on, under the city now that there are no districts; Côn Đảo becomes a special zone.</summary>
    private ReorganisationPlan Unchanged(Guid unitId, string code, LocalText name, UnitType type) => Plan(
        type == UnitType.SpecialZone ? ReorganisationKind.ChangeType : ReorganisationKind.Move, Communes, CommunesOn,
        $"{name.Vi} không sắp xếp lại", [],
        [new PlannedTransfer(unitId, unitId, TransferExtent.Unchanged, null, null)],
        [new UnitChange(unitId, code, name, type, unitOf[WellKnownUnits.City], unitOf[WellKnownUnits.EducationDepartment])],
        []);

    private ReorganisationPlan DistrictsEnd() => Plan(
        ReorganisationKind.Close, TwoTiers, CommunesOn, "Kết thúc cấp huyện khi tổ chức chính quyền địa phương hai cấp", [], [], [],
        [.. PackTable.Read("districts-until-2025-06.csv").Where(row => row["code"] != "755").Select(row => unitOf[row["code"]])]);

    private ReorganisationPlan ProvinceMerges(string code) => Plan(
        ReorganisationKind.Merge, Provinces, ProvincesOn, "Sáp nhập tỉnh vào Thành phố Hồ Chí Minh", [],
        [new PlannedTransfer(unitOf[code], unitOf[WellKnownUnits.City], TransferExtent.Whole, null, null)], [], []);

    private static ReorganisationPlan Plan(
        ReorganisationKind kind, string decision, DateOnly decidedOn, string note, IReadOnlyList<NewUnit> newUnits,
        IReadOnlyList<PlannedTransfer> transfers, IReadOnlyList<UnitChange> changes, IReadOnlyList<Guid> closes) =>
        new(kind, decision, decidedOn, CityPack.Reform, note, newUnits, transfers, changes, closes, null);

    private static TransferExtent Extent(IReadOnlyDictionary<string, string> pair) => SnakeCase.TryParse<TransferExtent>(pair["extent"], out var extent)
        ? extent
        : throw new InvalidOperationException($"The built-in registry has no extent {pair["extent"]}.");
}

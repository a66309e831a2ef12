using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>
/// The units that a change touches, in memory. Applying a plan changes the book alone, so that a preview and the real thing are the
/// same code: one throws the book away, the other saves it.
/// </summary>
internal sealed class UnitBook(IEnumerable<ReportingUnit> units, IEnumerable<Transfer> transfers)
{
    private readonly List<Transfer> _transfers = [.. transfers];
    private readonly Dictionary<Guid, ReportingUnit> _units = units.ToDictionary(unit => unit.Id);
    private readonly List<ReportingUnit> _founded = [];

    internal IReadOnlyCollection<ReportingUnit> Units => _units.Values;

    /// <summary>Units that are not stored yet.</summary>
    internal IReadOnlyList<ReportingUnit> Founded => _founded;

    /// <summary>What of a unit is on record as given away on a day.</summary>
    internal IEnumerable<Transfer> GivenAway(Guid unitId, DateOnly day) =>
        _transfers.Where(transfer => transfer.FromUnitId == unitId && transfer.EffectiveOn == day);

    internal ReportingUnit? Find(Guid unitId) => _units.GetValueOrDefault(unitId);

    /// <summary>Enters a unit with all that is known of it. Its parents may come later: the forest is checked as a whole.</summary>
    internal ReportingUnit Found(NewUnit plan, Recording recording)
    {
        var unit = new ReportingUnit
        {
            Id = plan.Id,
            FoundedOn = plan.FoundedOn,
            FoundedById = recording.ReorganisationId,
            IsDemonstration = plan.IsDemonstration,
        };
        unit.Locate(plan.Latitude, plan.Longitude, plan.AreaKm2);
        if (plan.ClosedOn is { } lastDay) unit.Close(lastDay, recording);
        unit.Rename(plan.Name, plan.FoundedOn, recording);
        unit.Recode(plan.Code, plan.FoundedOn, recording);
        unit.ChangeType(plan.Type, plan.FoundedOn, recording);
        foreach (var place in plan.Places) unit.Place(place.Relation, place.ParentId, new Validity(place.From, place.To), recording);
        _units.Add(unit.Id, unit);
        _founded.Add(unit);
        return unit;
    }

    /// <summary>Takes back a mistaken reorganisation, as if it had never been entered.</summary>
    /// <param name="mistakenId">The record.</param>
    /// <param name="line">It and the mistakes that it corrected in its turn.</param>
    /// <param name="recording">When, and by which record.</param>
    /// <returns>The units that change by it.</returns>
    internal List<Guid> TakeBack(Guid mistakenId, IReadOnlySet<Guid> line, Recording recording)
    {
        var touched = _units.Values.Where(unit => unit.IsTouchedBy(mistakenId)).ToList();
        foreach (var unit in touched) unit.TakeBack(mistakenId, line, recording);
        _transfers.RemoveAll(transfer => transfer.ReorganisationId == mistakenId);
        return touched.ConvertAll(unit => unit.Id);
    }

    /// <summary>Carries out a plan, or says why it cannot be; the book is then spoilt and is thrown away.</summary>
    internal Result<ReorganisationEffects> Apply(ReorganisationPlan plan, IEnumerable<Transfer> recorded, Recording recording)
    {
        if (PlanRules.Check(plan, this) is { Succeeded: false } refusal) return refusal;
        var day = plan.EffectiveOn;
        var closing = plan.EndingUnits.ToList();
        var childrenBefore = closing.SelectMany(unitId => ChildrenFrom(unitId, day)).ToList();

        foreach (var unit in plan.NewUnits) Found(unit, recording);
        foreach (var change in plan.Changes) Change(_units[change.UnitId], change, day, recording);
        var followed = Follow(plan, childrenBefore, recording);
        foreach (var unitId in closing) _units[unitId].Close(Validity.DayBefore(day), recording);

        _transfers.AddRange(recorded);
        foreach (var unitId in closing)
        {
            var left = ChildrenFrom(unitId, day).Select(child => child.Unit).Distinct().ToList();
            if (left.Count > 0)
                return UnitRegistryFailures.ChildrenLeft.With(NameOf(unitId, Validity.DayBefore(day)), left.Count, NameOf(left[0].Id, day));
        }

        return new ReorganisationEffects(
            [.. plan.NewUnits.Select(unit => unit.Id)], closing,
            [.. plan.Changes.Select(change => change.UnitId)], followed);
    }

    internal LocalText NameOf(Guid unitId, DateOnly day)
    {
        var unit = _units.GetValueOrDefault(unitId);
        var name = unit?.NameOn(day) ?? unit?.Names.FindLast(known => known.IsCurrent);
        return name is null ? new LocalText("Đơn vị này", "This unit") : new LocalText(name.Vi, name.En);
    }

    private static void Change(ReportingUnit unit, UnitChange change, DateOnly day, Recording recording)
    {
        if (change.Name is { } name) unit.Rename(name, day, recording);
        if (change.Code is { } code) unit.Recode(code, day, recording);
        if (change.Type is { } type) unit.ChangeType(type, day, recording);
        if (change.LiesIn is { } liesIn) unit.Place(UnitRelation.LiesIn, liesIn, new Validity(day, null), recording);
        if (change.ReportsTo is { } reportsTo) unit.Place(UnitRelation.ReportsTo, reportsTo, new Validity(day, null), recording);
    }

    /// <summary>What lay in a unit that went whole into another lies in that one now, unless the plan says otherwise.</summary>
    private List<Following> Follow(ReorganisationPlan plan, IReadOnlyList<(ReportingUnit Unit, Placement Place)> children, Recording recording)
    {
        var day = plan.EffectiveOn;
        var successors = plan.Transfers.Where(transfer => transfer.Extent == TransferExtent.Whole)
            .ToDictionary(transfer => transfer.FromUnitId, transfer => transfer.ToUnitId);
        var ending = plan.EndingUnits.ToHashSet();
        var followed = new List<Following>();
        foreach (var (unit, place) in children.DistinctBy(child => (child.Unit.Id, child.Place.Relation)))
        {
            if (ending.Contains(unit.Id) || !successors.TryGetValue(place.ParentId, out var successor) || successor == unit.Id) continue;
            if (unit.ParentOn(place.Relation, day) != place.ParentId) continue;
            unit.Place(place.Relation, successor, new Validity(day, null), recording);
            followed.Add(new Following(unit.Id, place.Relation, place.ParentId, successor));
        }

        return followed;
    }

    private IEnumerable<(ReportingUnit Unit, Placement Place)> ChildrenFrom(Guid parentId, DateOnly day) =>
        from unit in _units.Values
        where unit.ClosedOn is null || unit.ClosedOn >= day
        from place in unit.Placements
        where place.IsCurrent && place.ParentId == parentId && (place.ValidTo is null || place.ValidTo >= day)
        select (unit, place);
}

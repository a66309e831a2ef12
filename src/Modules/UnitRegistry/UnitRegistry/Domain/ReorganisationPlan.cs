using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>What a decision wants changed, as it was entered; applying it to a book shows what it does.</summary>
internal sealed record ReorganisationPlan(
    ReorganisationKind Kind, string DecisionNumber, DateOnly DecidedOn, DateOnly EffectiveOn, string Note,
    IReadOnlyList<NewUnit> NewUnits, IReadOnlyList<PlannedTransfer> Transfers, IReadOnlyList<UnitChange> Changes,
    IReadOnlyList<Guid> Closes, Guid? CorrectsId, IReadOnlyList<PlannedHandOver>? HandOvers = null,
    string? DecisionFile = null)
{
    /// <summary>Units that must exist already.</summary>
    internal IEnumerable<Guid> MentionedUnits => Transfers.SelectMany(transfer => new[] { transfer.FromUnitId, transfer.ToUnitId })
        .Concat(Changes.SelectMany(change => new[] { change.UnitId, change.LiesIn, change.ReportsTo }.OfType<Guid>()))
        .Concat(NewUnits.SelectMany(unit => unit.Places.Select(place => place.ParentId)))
        .Concat(Closes)
        .Concat((HandOvers ?? []).SelectMany(line => new[] { line.FromUnitId, line.ToUnitId }))
        .Except(NewUnits.Select(unit => unit.Id))
        .Distinct();

    /// <summary>Units that end with this: those that go whole into another, and those named.</summary>
    internal IEnumerable<Guid> EndingUnits => Transfers.Where(transfer => transfer.Extent == TransferExtent.Whole)
        .Select(transfer => transfer.FromUnitId).Concat(Closes).Distinct();
}

/// <summary>A unit to be founded.</summary>
internal sealed record NewUnit(
    Guid Id, string Code, LocalText Name, UnitType Type, DateOnly FoundedOn, DateOnly? ClosedOn, IReadOnlyList<NewPlace> Places,
    bool IsDemonstration = false, decimal? Latitude = null, decimal? Longitude = null, decimal? AreaKm2 = null);

/// <summary>Where a unit to be founded has its place in the trees, and when.</summary>
internal sealed record NewPlace(UnitRelation Relation, Guid ParentId, DateOnly From, DateOnly? To);

/// <summary>All or part of a unit is to go into another.</summary>
internal sealed record PlannedTransfer(Guid FromUnitId, Guid ToUnitId, TransferExtent Extent, decimal? Share, ShareBasis? Basis);

/// <summary>One unit answers for what another, that ends, still owes.</summary>
internal sealed record PlannedHandOver(Guid FromUnitId, Guid ToUnitId);

/// <summary>What of a unit is to change; null leaves it as it is.</summary>
internal sealed record UnitChange(Guid UnitId, string? Code, LocalText? Name, UnitType? Type, Guid? LiesIn, Guid? ReportsTo);

/// <summary>What a reorganisation did, or would do.</summary>
/// <param name="Founded">Units that it makes.</param>
/// <param name="Closed">Units that it ends.</param>
/// <param name="Changed">Units that go on with another name, code, type or place.</param>
/// <param name="Followed">Units that follow what they lay in or reported to into its successor.</param>
internal sealed record ReorganisationEffects(
    IReadOnlyList<Guid> Founded, IReadOnlyList<Guid> Closed, IReadOnlyList<Guid> Changed, IReadOnlyList<Following> Followed)
{
    /// <summary>Units that a corrected record had changed, and that are again as they were before it.</summary>
    public IReadOnlyList<Guid> TakenBack { get; init; } = [];

    internal IEnumerable<Guid> Touched => Founded.Concat(Closed).Concat(Changed).Concat(Followed.Select(follower => follower.UnitId)).Concat(TakenBack).Distinct();
}

/// <summary>A unit that comes under the successor of the one that it was under.</summary>
internal sealed record Following(Guid UnitId, UnitRelation Relation, Guid FromParentId, Guid ToParentId);

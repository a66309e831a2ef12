using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>
/// Something that is true of a unit for a time. Two clocks: when it is true, and when we came to know it. A fact is never changed: what
/// we learn later supersedes it and stands beside it.
/// </summary>
internal abstract class DatedFact
{
    public Guid Id { get; private set; } = Ids.New();

    public required Guid UnitId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public required DateOnly? ValidTo { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When we came to know better; null while this is what we know.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>The reorganisation that knew better; null while this is what we know, or where a correction by itself did.</summary>
    public Guid? SupersededById { get; private set; }

    /// <summary>The reorganisation that says so; null if the fact was entered by itself.</summary>
    public Guid? ReorganisationId { get; init; }

    internal Validity Validity => new(ValidFrom, ValidTo);

    internal bool IsCurrent => SupersededAt is null;

    internal void Supersede(Recording recording) => (SupersededAt, SupersededById) = (recording.At, recording.ReorganisationId);

    /// <summary>The same for another time.</summary>
    internal abstract DatedFact For(Validity validity, Recording recording);

    /// <summary>Whether it says the same, whatever the time.</summary>
    internal abstract bool Says(DatedFact other);

    /// <summary>Whether the two answer the same question, of which only one answer can be true on a day.</summary>
    internal virtual bool Competes(DatedFact other) => true;
}

/// <summary>When a fact was recorded, and because of what.</summary>
internal readonly record struct Recording(DateTimeOffset At, Guid? ReorganisationId);

/// <summary>A unit's full name.</summary>
internal sealed class UnitName : DatedFact
{
    public required string Vi { get; init; }

    public required string En { get; init; }

    internal override DatedFact For(Validity validity, Recording recording) => new UnitName
    {
        UnitId = UnitId,
        Vi = Vi,
        En = En,
        ValidFrom = validity.From,
        ValidTo = validity.To,
        RecordedAt = recording.At,
        ReorganisationId = ReorganisationId,
    };

    internal override bool Says(DatedFact other) => other is UnitName name && name.Vi == Vi && name.En == En;
}

/// <summary>An identifier of a unit in a scheme. Codes are reused: one names several units over time, but one on a day.</summary>
internal sealed class UnitCode : DatedFact
{
    /// <summary>The list of the statistics office for administrative units, the registry's own codes for others.</summary>
    internal const string Registry = "registry";

    public required string Scheme { get; init; }

    public required string Value { get; init; }

    internal override DatedFact For(Validity validity, Recording recording) => new UnitCode
    {
        UnitId = UnitId,
        Scheme = Scheme,
        Value = Value,
        ValidFrom = validity.From,
        ValidTo = validity.To,
        RecordedAt = recording.At,
        ReorganisationId = ReorganisationId,
    };

    internal override bool Says(DatedFact other) => other is UnitCode code && code.Scheme == Scheme && code.Value == Value;

    internal override bool Competes(DatedFact other) => other is UnitCode code && code.Scheme == Scheme;
}

/// <summary>What a unit is.</summary>
internal sealed class UnitKind : DatedFact
{
    public required UnitType Type { get; init; }

    internal override DatedFact For(Validity validity, Recording recording) => new UnitKind
    {
        UnitId = UnitId,
        Type = Type,
        ValidFrom = validity.From,
        ValidTo = validity.To,
        RecordedAt = recording.At,
        ReorganisationId = ReorganisationId,
    };

    internal override bool Says(DatedFact other) => other is UnitKind kind && kind.Type == Type;
}

/// <summary>Which unit another reports to, or lies in. At most one on a day along each relation; none makes it a root.</summary>
internal sealed class Placement : DatedFact
{
    public required UnitRelation Relation { get; init; }

    public required Guid ParentId { get; init; }

    internal override DatedFact For(Validity validity, Recording recording) => new Placement
    {
        UnitId = UnitId,
        Relation = Relation,
        ParentId = ParentId,
        ValidFrom = validity.From,
        ValidTo = validity.To,
        RecordedAt = recording.At,
        ReorganisationId = ReorganisationId,
    };

    internal override bool Says(DatedFact other) => other is Placement place && place.Relation == Relation && place.ParentId == ParentId;

    internal override bool Competes(DatedFact other) => other is Placement place && place.Relation == Relation;
}

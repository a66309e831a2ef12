using LearningCity.BuildingBlocks.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>
/// A unit that reports, or that others lie in. Its key is a surrogate, because codes and names are reused over time; all that is known
/// of it is dated.
/// </summary>
internal sealed class ReportingUnit
{
    public required Guid Id { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly FoundedOn { get; init; }

    /// <summary>Last day, as far as we know today; null while it exists.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>The reorganisation that founded it; null if it was registered by itself.</summary>
    public Guid? FoundedById { get; init; }

    /// <summary>The reorganisation that ended it; null while it exists, or if its end was registered with it.</summary>
    public Guid? ClosedById { get; private set; }

    /// <summary>The last change of the registry that touched it, as the registry's head counts changes.</summary>
    public long LastChange { get; private set; }

    /// <summary>Whether it was made up for the demonstration city.</summary>
    public required bool IsDemonstration { get; init; }

    /// <summary>Seat or centre, in degrees north; null where it is not known.</summary>
    public decimal? Latitude { get; private set; }

    /// <summary>Seat or centre, in degrees east; null where it is not known.</summary>
    public decimal? Longitude { get; private set; }

    /// <summary>Area at founding, km²; null where it is not known.</summary>
    public decimal? AreaKm2 { get; private set; }

    public List<UnitName> Names { get; } = [];

    public List<UnitCode> Codes { get; } = [];

    public List<UnitKind> Kinds { get; } = [];

    public List<Placement> Placements { get; } = [];

    internal Validity Life => new(FoundedOn, ClosedOn);

    internal UnitName? NameOn(DateOnly day) => On(Names, day);

    internal UnitType? TypeOn(DateOnly day) => On(Kinds, day)?.Type;

    internal string? CodeOn(DateOnly day) => On(Codes.Where(code => code.Scheme == UnitCode.Registry), day)?.Value;

    internal Guid? ParentOn(UnitRelation relation, DateOnly day) =>
        On(Placements.Where(place => place.Relation == relation), day)?.ParentId;

    internal void TouchBy(long change) => LastChange = change;

    /// <summary>Where its seat is, and its area; neither is dated.</summary>
    internal void Locate(decimal? latitude, decimal? longitude, decimal? areaKm2) =>
        (Latitude, Longitude, AreaKm2) = (latitude, longitude, areaKm2);

    internal void Rename(LocalText name, DateOnly from, Recording recording) => Timeline.Set(Names, new UnitName
    {
        UnitId = Id,
        Vi = name.Vi.Normalize().Trim(),
        En = name.En.Normalize().Trim(),
        ValidFrom = from,
        ValidTo = ClosedOn,
        RecordedAt = recording.At,
        ReorganisationId = recording.ReorganisationId,
    });

    internal void Recode(string value, DateOnly from, Recording recording, string scheme = UnitCode.Registry) => Timeline.Set(Codes, new UnitCode
    {
        UnitId = Id,
        Scheme = scheme,
        Value = value,
        ValidFrom = from,
        ValidTo = ClosedOn,
        RecordedAt = recording.At,
        ReorganisationId = recording.ReorganisationId,
    });

    internal void ChangeType(UnitType type, DateOnly from, Recording recording) => Timeline.Set(Kinds, new UnitKind
    {
        UnitId = Id,
        Type = type,
        ValidFrom = from,
        ValidTo = ClosedOn,
        RecordedAt = recording.At,
        ReorganisationId = recording.ReorganisationId,
    });

    internal void Place(UnitRelation relation, Guid parentId, Validity days, Recording recording)
    {
        var within = days.Intersect(Life);
        if (within.IsEmpty) return;
        Timeline.Set(Placements, new Placement
        {
            UnitId = Id,
            Relation = relation,
            ParentId = parentId,
            ValidFrom = within.From,
            ValidTo = within.To,
            RecordedAt = recording.At,
            ReorganisationId = recording.ReorganisationId,
        });
    }

    internal void MakeRoot(UnitRelation relation, DateOnly from, Recording recording) =>
        Timeline.Clear(Placements, place => place.Relation == relation, new Validity(from, null), recording);

    /// <summary>The unit ends: nothing is true of it after its last day.</summary>
    internal void Close(DateOnly lastDay, Recording recording)
    {
        (ClosedOn, ClosedById) = (lastDay, recording.ReorganisationId);
        var after = new Validity(lastDay.AddDays(1), null);
        Timeline.Clear(Names, _ => true, after, recording);
        Timeline.Clear(Codes, _ => true, after, recording);
        Timeline.Clear(Kinds, _ => true, after, recording);
        Timeline.Clear(Placements, _ => true, after, recording);
    }

    /// <summary>What a mistaken reorganisation did to the unit is taken back: one that it founded never was, one that it ended goes on.</summary>
    internal void TakeBack(Guid mistakenId, IReadOnlySet<Guid> line, Recording recording)
    {
        if (FoundedById == mistakenId)
        {
            Close(Validity.DayBefore(FoundedOn), recording);
            return;
        }

        if (ClosedById == mistakenId)
        {
            var known = Kinds.Where(kind => kind.SupersededById == mistakenId && !line.Contains(kind.ReorganisationId ?? Guid.Empty)).ToList();
            (ClosedOn, ClosedById) = (known.Exists(kind => kind.ValidTo is null) ? null : known.Max(kind => kind.ValidTo), null);
        }

        Timeline.TakeBack(Names, mistakenId, line, recording);
        Timeline.TakeBack(Codes, mistakenId, line, recording);
        Timeline.TakeBack(Kinds, mistakenId, line, recording);
        Timeline.TakeBack(Placements, mistakenId, line, recording);
    }

    /// <summary>The unit has no code in a scheme from a day on.</summary>
    internal void Uncode(string scheme, DateOnly from, Recording recording) =>
        Timeline.Clear(Codes, code => code.Scheme == scheme, new Validity(from, null), recording);

    /// <summary>What it is on a day; null where it does not exist then.</summary>
    internal UnitOnDay? On(DateOnly day) => !Life.Contains(day) || NameOn(day) is not { } name || TypeOn(day) is not { } type
        ? null
        : new UnitOnDay(
            new LocalText(name.Vi, name.En), CodeOn(day) ?? "", type, ParentOn(UnitRelation.LiesIn, day), ParentOn(UnitRelation.ReportsTo, day));

    internal bool IsTouchedBy(Guid reorganisationId) => FoundedById == reorganisationId || ClosedById == reorganisationId
        || Facts.Any(fact => fact.ReorganisationId == reorganisationId || fact.SupersededById == reorganisationId);

    internal IEnumerable<DatedFact> Facts => Names.Cast<DatedFact>().Concat(Codes).Concat(Kinds).Concat(Placements);

    private static TFact? On<TFact>(IEnumerable<TFact> facts, DateOnly day)
        where TFact : DatedFact => facts.FirstOrDefault(fact => fact.IsCurrent && fact.Validity.Contains(day));
}

/// <summary>A unit as it is on a day.</summary>
internal sealed record UnitOnDay(LocalText Name, string Code, UnitType Type, Guid? LiesInId, Guid? ReportsToId);

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
        ClosedOn = lastDay;
        var after = new Validity(lastDay.AddDays(1), null);
        Timeline.Clear(Names, _ => true, after, recording);
        Timeline.Clear(Codes, _ => true, after, recording);
        Timeline.Clear(Kinds, _ => true, after, recording);
        Timeline.Clear(Placements, _ => true, after, recording);
    }

    private static TFact? On<TFact>(IEnumerable<TFact> facts, DateOnly day)
        where TFact : DatedFact => facts.FirstOrDefault(fact => fact.IsCurrent && fact.Validity.Contains(day));
}

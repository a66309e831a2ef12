using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain.ReferenceSeries;

/// <summary>
/// Figures that nobody reports because somebody publishes them: population by age, sex, unit and day. They come in releases; a later
/// release may say otherwise of a day that an earlier one described, and both stay readable.
/// </summary>
internal sealed class Series : IVersioned
{
    /// <summary>A new series without releases.</summary>
    internal Series(string code, LocalText name, LocalText measureUnit, int decimals, string owner, DateTimeOffset at)
    {
        (Id, Code, Decimals, Owner, DefinedAt) = (Ids.New(), code, decimals, owner, at);
        (NameVi, NameEn, MeasureVi, MeasureEn) = (name.Vi, name.En, measureUnit.Vi, measureUnit.En);
    }

    private Series() => (Code, NameVi, NameEn, MeasureVi, MeasureEn, Owner) = ("", "", "", "", "", "");

    public Guid Id { get; private set; }

    /// <summary>In URLs; unique, never changes.</summary>
    public string Code { get; private set; }

    public string NameVi { get; private set; }

    public string NameEn { get; private set; }

    public string MeasureVi { get; private set; }

    public string MeasureEn { get; private set; }

    /// <summary>Digits shown after the point.</summary>
    public int Decimals { get; private set; }

    /// <summary>Who publishes it.</summary>
    public string Owner { get; private set; }

    public DateTimeOffset DefinedAt { get; private set; }

    /// <summary>Number of the newest release; 0 before the first.</summary>
    public int NewestRelease { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>Takes the next number for a release. The row is written with it, so that of two imports at once one is told.</summary>
    internal int NextRelease() => ++NewestRelease;
}

/// <summary>One release of a series: what was imported at once, from one source.</summary>
internal sealed class SeriesRelease
{
    public required Guid SeriesId { get; init; }

    /// <summary>From 1, in order of import.</summary>
    public required int Number { get; init; }

    /// <summary>What its publisher calls it: "Niên giám thống kê 2025".</summary>
    public required string Label { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }

    /// <summary>When its publisher issued it.</summary>
    public required DateOnly PublishedOn { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    public required Guid ImportedBy { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string ContentHash { get; init; }

    public required int Added { get; init; }

    /// <summary>Observations of which an earlier release said otherwise, those taken back included.</summary>
    public required int Restated { get; init; }

    public required int Unchanged { get; init; }
}

/// <summary>
/// What a release says anew of one cell of a series. A cell that a release does not mention, or repeats, has no row: it reads as the
/// release before it says. Rows are never changed.
/// </summary>
internal sealed class Observation
{
    public required Guid SeriesId { get; init; }

    public required DateOnly ObservedOn { get; init; }

    /// <summary>Code of the unit as it was used on that day.</summary>
    public required string UnitCode { get; init; }

    public required int AgeFrom { get; init; }

    public required int AgeTo { get; init; }

    public required PopulationSex Sex { get; init; }

    public required int ReleaseNumber { get; init; }

    /// <summary>The value; null where the release takes an earlier one back without another in its place.</summary>
    public required decimal? Value { get; init; }

    /// <summary>The cell that it speaks of.</summary>
    internal SeriesCell Cell => new(ObservedOn, UnitCode, new(AgeFrom, AgeTo), Sex);
}

/// <summary>One cell of a series: a unit on a day, an age group, a sex.</summary>
internal sealed record SeriesCell(DateOnly ObservedOn, string UnitCode, AgeGroup Ages, PopulationSex Sex);

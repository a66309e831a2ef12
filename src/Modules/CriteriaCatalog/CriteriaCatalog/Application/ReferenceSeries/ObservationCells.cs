using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;

namespace LearningCity.CriteriaCatalog.Application.ReferenceSeries;

/// <summary>Reads the cells of a series as of a release, in order, a page at a time.</summary>
internal static class ObservationCells
{
    /// <summary>What each cell's newest row up to a release says.</summary>
    internal static IQueryable<Observation> AsOf(this IQueryable<Observation> observations, Guid seriesId, int release) => observations
        .Where(o => o.SeriesId == seriesId && o.ReleaseNumber <= release
            && !observations.Any(later => later.SeriesId == o.SeriesId && later.ObservedOn == o.ObservedOn && later.UnitCode == o.UnitCode
                && later.AgeFrom == o.AgeFrom && later.AgeTo == o.AgeTo && later.Sex == o.Sex
                && later.ReleaseNumber > o.ReleaseNumber && later.ReleaseNumber <= release));

    /// <summary>Only the cells after one, in the order of <see cref="InOrder"/>.</summary>
    internal static IQueryable<Observation> After(this IQueryable<Observation> observations, CellKey? after)
    {
        if (after is null) return observations;
        var (day, unit, from, to) = (after.ObservedOn, after.UnitCode, after.AgeFrom, after.AgeTo);

        // Stored by name, so in the order of names.
        var rest = Enum.GetValues<PopulationSex>()
            .Where(sex => string.CompareOrdinal(SnakeCase.Of(sex), SnakeCase.Of(after.Sex)) > 0).ToList();
        return observations.Where(o => o.ObservedOn > day
            || (o.ObservedOn == day && (o.UnitCode.CompareTo(unit) > 0
                || (o.UnitCode == unit && (o.AgeFrom > from
                    || (o.AgeFrom == from && (o.AgeTo > to || (o.AgeTo == to && rest.Contains(o.Sex)))))))));
    }

    /// <summary>By day, unit, ages and sex.</summary>
    internal static IOrderedQueryable<Observation> InOrder(this IQueryable<Observation> observations) => observations
        .OrderBy(o => o.ObservedOn).ThenBy(o => o.UnitCode).ThenBy(o => o.AgeFrom).ThenBy(o => o.AgeTo).ThenBy(o => o.Sex);

    /// <summary>Where a cell stands in that order.</summary>
    internal static CellKey KeyOf(SeriesCell cell) => new(cell.ObservedOn, cell.UnitCode, cell.Ages.From, cell.Ages.To, cell.Sex);
}

/// <summary>A place in a list of cells.</summary>
internal sealed record CellKey(DateOnly ObservedOn, string UnitCode, int AgeFrom, int AgeTo, PopulationSex Sex);

using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Import;

/// <summary>A unit of the registry over a time in which nothing of it changes.</summary>
internal sealed record KnownUnit(
    Guid UnitId, string Code, DateOnly From, DateOnly? To, DateOnly FoundedOn, DateOnly? ClosedOn, string NameVi, string NameEn, UnitType Type,
    Guid? LiesInId, Guid? ReportsToId, decimal? Latitude, decimal? Longitude, decimal? AreaKm2)
{
    internal Validity Days => new(From, To);

    internal Validity Life => new(FoundedOn, ClosedOn);
}

/// <summary>What the registry knows of the codes that a file names, at any time.</summary>
internal sealed class KnownUnits
{
    private readonly ILookup<string, KnownUnit> _byCode;
    private readonly IReadOnlyDictionary<Guid, string> _parentCodes;

    /// <param name="units">Every time of every unit that ever had one of the codes.</param>
    /// <param name="parentCodes">Codes of the units above them, the latest of each.</param>
    internal KnownUnits(IEnumerable<KnownUnit> units, IReadOnlyDictionary<Guid, string> parentCodes)
    {
        _byCode = units.OrderBy(unit => unit.From).ToLookup(unit => unit.Code, StringComparer.Ordinal);
        _parentCodes = parentCodes;
    }

    /// <summary>The code of a unit above one that is known.</summary>
    internal string CodeOf(Guid parentId) => _parentCodes.GetValueOrDefault(parentId, "?");

    /// <summary>The unit that has the code on a day.</summary>
    internal KnownUnit? On(string code, DateOnly day) => _byCode[code].FirstOrDefault(unit => unit.Days.Contains(day));

    /// <summary>Whether a unit has the code on some of the days.</summary>
    internal bool IsTaken(string code, Validity days) => _byCode[code].Any(unit => unit.Days.Overlaps(days));

    internal static async Task<KnownUnits> ReadAsync(IUnitRegistryDb db, UnitStage stage, CancellationToken cancellationToken)
    {
        var codes = stage.Rows.Select(row => row.Code)
            .Concat(stage.Rows.Select(row => row.LiesIn).OfType<string>())
            .Concat(stage.Rows.Select(row => row.ReportsTo).OfType<string>())
            .Distinct(StringComparer.Ordinal);
        var units = new List<KnownUnit>();
        foreach (var portion in codes.Chunk(Registrar.Portion))
        {
            units.AddRange(await (
                from state in db.States.AsNoTracking()
                join unit in db.Units.AsNoTracking() on state.UnitId equals unit.Id
                where portion.Contains(state.Code)
                select new KnownUnit(
                    state.UnitId, state.Code, state.ValidFrom, state.ValidTo, state.FoundedOn, state.ClosedOn, state.NameVi, state.NameEn,
                    state.Type, state.LiesInId, state.ReportsToId, unit.Latitude, unit.Longitude, unit.AreaKm2)).ToListAsync(cancellationToken));
        }

        var parentCodes = new Dictionary<Guid, string>();
        foreach (var portion in units.SelectMany(unit => new[] { unit.LiesInId, unit.ReportsToId }).OfType<Guid>().Distinct().Chunk(Registrar.Portion))
        {
            var states = await db.States.AsNoTracking().Where(state => portion.Contains(state.UnitId)).OrderBy(state => state.ValidFrom)
                .Select(state => new { state.UnitId, state.Code }).ToListAsync(cancellationToken);
            foreach (var state in states) parentCodes[state.UnitId] = state.Code;
        }

        return new KnownUnits(units, parentCodes);
    }
}

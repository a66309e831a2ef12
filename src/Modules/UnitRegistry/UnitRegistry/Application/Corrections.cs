using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application;

/// <summary>
/// Finds what a correcting record takes back. A mistaken reorganisation stays on record with the one that corrects it, and is taken
/// back only while nothing later builds on it: what came later would otherwise stand on units that never were.
/// </summary>
internal sealed class Corrections(IUnitRegistryDb db)
{
    /// <summary>The mistaken record, if the plan names one.</summary>
    internal async Task<Result<Mistake?>> FindAsync(Guid? correctsId, CancellationToken cancellationToken)
    {
        if (correctsId is not { } id) return (Mistake?)null;
        var record = await db.Reorganisations.Include(row => row.Transfers).FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (record is null) return UnitRegistryFailures.ReorganisationNotFound.On("correctsId");
        if (record.CorrectedById is not null) return UnitRegistryFailures.AlreadyCorrected.On("correctsId", record.DecisionNumber);
        var line = new HashSet<Guid> { id };
        for (var earlier = record.CorrectsId; earlier is { } earlierId && line.Add(earlierId);)
        {
            earlier = await db.Reorganisations.AsNoTracking().Where(row => row.Id == earlierId).Select(row => row.CorrectsId)
                .FirstOrDefaultAsync(cancellationToken);
        }

        return new Mistake(record, line);
    }

    /// <summary>The later record that builds on a mistaken one, as a refusal; null if none does.</summary>
    internal async Task<Failure?> BuiltUponAsync(Mistake mistake, UnitBook book, CancellationToken cancellationToken)
    {
        var units = book.Units.Where(unit => unit.IsTouchedBy(mistake.Record.Id)).ToList();
        var ids = units.ConvertAll(unit => unit.Id);
        var founded = units.FindAll(unit => unit.FoundedById == mistake.Record.Id).ConvertAll(unit => unit.Id);
        var suspects = units.SelectMany(unit => unit.Facts.Where(fact => fact.IsCurrent).Select(fact => fact.ReorganisationId).Append(unit.ClosedById))
            .OfType<Guid>().ToHashSet();
        foreach (var portion in ids.Chunk(Registrar.Portion))
        {
            suspects.UnionWith(await db.Transfers.AsNoTracking()
                .Where(row => row.AnnulledAt == null && (portion.Contains(row.FromUnitId) || portion.Contains(row.ToUnitId)))
                .Select(row => row.ReorganisationId).ToListAsync(cancellationToken));
        }

        // What was placed under a unit that never was, by whatever record, would be left without a place.
        foreach (var portion in founded.Chunk(Registrar.Portion))
        {
            var child = await db.Placements.AsNoTracking().FirstOrDefaultAsync(
                place => portion.Contains(place.ParentId) && place.SupersededAt == null && place.ReorganisationId != mistake.Record.Id, cancellationToken);
            if (child is { ReorganisationId: null }) return UnitRegistryFailures.UnitsBelow.On("correctsId", book.NameOf(child.ParentId, child.ValidFrom));
            if (child?.ReorganisationId is { } by) suspects.Add(by);
        }

        suspects.ExceptWith(mistake.Line);
        var sought = suspects.ToArray();
        var later = await db.Reorganisations.AsNoTracking()
            .Where(row => sought.Contains(row.Id) && row.CorrectedById == null && row.RecordedAt > mistake.Record.RecordedAt)
            .OrderBy(row => row.RecordedAt).Select(row => row.DecisionNumber).FirstOrDefaultAsync(cancellationToken);
        return later is null ? null : UnitRegistryFailures.BuiltUpon.On("correctsId", mistake.Record.DecisionNumber, later);
    }
}

/// <summary>A record to be corrected.</summary>
/// <param name="Record">The record.</param>
/// <param name="Line">Its id, and those of the mistakes that it corrected in its turn.</param>
internal sealed record Mistake(Reorganisation Record, IReadOnlySet<Guid> Line);

using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application;

/// <summary>Works out, anew for the units that a change touches, what lists and scope are read from: states and closure.</summary>
internal sealed class Derivation(IUnitRegistryDb db)
{
    /// <summary>A code names one unit on a day.</summary>
    internal async Task<Result> CheckCodesAsync(UnitBook book, IReadOnlyCollection<Guid> touched, CancellationToken cancellationToken)
    {
        var own = touched.Select(book.Find).OfType<ReportingUnit>().SelectMany(unit => unit.Codes).Where(code => code.IsCurrent).ToList();
        var inBook = book.Units.Select(unit => unit.Id).ToHashSet();
        var all = book.Units.SelectMany(unit => unit.Codes).Where(code => code.IsCurrent).ToList();
        foreach (var portion in own.Select(code => code.Value).Distinct().Chunk(Registrar.Portion))
        {
            all.AddRange((await db.Codes.AsNoTracking().Where(code => portion.Contains(code.Value) && code.SupersededAt == null)
                .ToListAsync(cancellationToken)).Where(code => !inBook.Contains(code.UnitId)));
        }

        var wanted = own.Select(code => (code.Scheme, code.Value)).ToHashSet();
        foreach (var group in all.Where(code => wanted.Contains((code.Scheme, code.Value))).GroupBy(code => (code.Scheme, code.Value)))
        {
            var inOrder = group.OrderBy(code => code.ValidFrom).ToList();
            for (var i = 1; i < inOrder.Count; i++)
            {
                if (inOrder[i].Validity.Overlaps(inOrder[i - 1].Validity) && inOrder[i].UnitId != inOrder[i - 1].UnitId)
                    return UnitRegistryFailures.CodeTaken.On("code", group.Key.Value);
            }
        }

        return Result.Ok;
    }

    /// <summary>States of the touched units, closure of them and of all below them; refused where a unit would be above itself.</summary>
    internal async Task<Result<Derived>> DeriveAsync(RegistryChange change, CancellationToken cancellationToken)
    {
        var (book, touched) = (change.Book, change.Touched);
        var targets = touched.ToHashSet();
        var founded = book.Founded.Select(unit => unit.Id).ToHashSet();

        // Nothing stored can be below a unit that is not.
        foreach (var portion in touched.Where(unitId => !founded.Contains(unitId)).Chunk(Registrar.Portion))
        {
            targets.UnionWith(await db.Closures.AsNoTracking().Where(row => portion.Contains(row.AncestorId))
                .Select(row => row.UnitId).Distinct().ToListAsync(cancellationToken));
        }

        var heirs = await HeirsAsync(change, targets, cancellationToken);
        var places = await PlacesAsync(book, targets.Concat(heirs.Values.Select(line => line.ToUnitId)), cancellationToken);
        var lives = await LivesAsync(book, places.Keys, cancellationToken);
        var ancestry = new Ancestry(
            unitId => places.GetValueOrDefault(unitId) ?? [], unitId => lives.GetValueOrDefault(unitId, new Validity(DateOnly.MinValue, null)),
            heirs.GetValueOrDefault);
        var closure = new List<ClosureRow>();
        foreach (var unitId in targets)
        {
            if (ancestry.Of(unitId) is not { } rows)
                return UnitRegistryFailures.Cycle.With(book.NameOf(unitId, DateOnly.MaxValue));
            closure.AddRange(rows);
        }

        var states = touched.Select(book.Find).OfType<ReportingUnit>().SelectMany(UnitState.Of).ToList();
        return new Derived([.. touched], states, [.. targets], closure, founded);
    }

    /// <summary>Puts what was worked out in the place of what was there; inside the change's transaction.</summary>
    internal async Task WriteAsync(Derived derived, CancellationToken cancellationToken)
    {
        var founded = derived.Founded;
        foreach (var portion in derived.StatesOf.Where(unitId => !founded.Contains(unitId)).Chunk(Registrar.Portion))
            await db.States.Where(state => portion.Contains(state.UnitId)).ExecuteDeleteAsync(cancellationToken);
        foreach (var portion in derived.ClosureOf.Where(unitId => !founded.Contains(unitId)).Chunk(Registrar.Portion))
            await db.Closures.Where(row => portion.Contains(row.UnitId)).ExecuteDeleteAsync(cancellationToken);
        await db.BulkInsertAsync(derived.States, cancellationToken);
        await db.BulkInsertAsync(derived.Closure, cancellationToken);
    }

    /// <summary>Who answers for the units that have ended, and for those in their turn.</summary>
    private async Task<Dictionary<Guid, HandOver>> HeirsAsync(RegistryChange change, IEnumerable<Guid> unitIds, CancellationToken cancellationToken)
    {
        var heirs = change.HandOvers.ToDictionary(line => line.FromUnitId);
        var superseded = db.HandOvers.Local.Where(line => line.SupersededAt is not null).Select(line => line.Id).ToHashSet();
        for (var wanted = unitIds.Concat(heirs.Values.Select(line => line.ToUnitId)).ToHashSet(); wanted.Count > 0;)
        {
            var found = new List<HandOver>();
            foreach (var portion in wanted.Chunk(Registrar.Portion))
            {
                found.AddRange(await db.HandOvers.AsNoTracking()
                    .Where(line => portion.Contains(line.FromUnitId) && line.SupersededAt == null).ToListAsync(cancellationToken));
            }

            wanted = [.. found.Where(line => !superseded.Contains(line.Id) && heirs.TryAdd(line.FromUnitId, line)).Select(line => line.ToUnitId)];
        }

        return heirs;
    }

    /// <summary>Placements of units and, level by level, of all above them; the book's where it has the unit.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<Placement>>> PlacesAsync(
        UnitBook book, IEnumerable<Guid> unitIds, CancellationToken cancellationToken)
    {
        var places = new Dictionary<Guid, IReadOnlyList<Placement>>();
        var wanted = unitIds.ToHashSet();
        while (wanted.Count > 0)
        {
            var stored = new List<Guid>();
            foreach (var unitId in wanted)
            {
                if (book.Find(unitId) is { } unit) places[unitId] = unit.Placements;
                else stored.Add(unitId);
            }

            foreach (var portion in stored.Chunk(Registrar.Portion))
            {
                var found = await db.Placements.AsNoTracking()
                    .Where(place => portion.Contains(place.UnitId) && place.SupersededAt == null).ToListAsync(cancellationToken);
                var byUnit = found.ToLookup(place => place.UnitId);
                foreach (var unitId in portion) places[unitId] = [.. byUnit[unitId]];
            }

            wanted = wanted.SelectMany(unitId => places[unitId]).Where(place => place.IsCurrent).Select(place => place.ParentId)
                .Where(parentId => !places.ContainsKey(parentId)).ToHashSet();
        }

        return places;
    }

    private async Task<Dictionary<Guid, Validity>> LivesAsync(UnitBook book, IEnumerable<Guid> unitIds, CancellationToken cancellationToken)
    {
        var lives = new Dictionary<Guid, Validity>();
        var stored = new List<Guid>();
        foreach (var unitId in unitIds)
        {
            if (book.Find(unitId) is { } unit) lives[unitId] = unit.Life;
            else stored.Add(unitId);
        }

        foreach (var portion in stored.Chunk(Registrar.Portion))
        {
            var found = await db.Units.AsNoTracking().Where(unit => portion.Contains(unit.Id))
                .Select(unit => new { unit.Id, unit.FoundedOn, unit.ClosedOn }).ToListAsync(cancellationToken);
            foreach (var unit in found) lives[unit.Id] = new Validity(unit.FoundedOn, unit.ClosedOn);
        }

        return lives;
    }
}

/// <summary>What is to be written: the units whose rows are replaced, the rows, and which of the units have none yet.</summary>
internal sealed record Derived(
    IReadOnlyList<Guid> StatesOf, IReadOnlyList<UnitState> States, IReadOnlyList<Guid> ClosureOf, IReadOnlyList<ClosureRow> Closure,
    IReadOnlySet<Guid> Founded);

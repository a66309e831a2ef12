using System.Collections.Concurrent;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application;

/// <summary>A version of a criteria set as a form: which indicator stands where, and what it takes.</summary>
internal sealed record Form(SheetLayout Layout, CriteriaSetVersion Set, IReadOnlyList<Indicator> Indicators)
{
    private readonly IReadOnlyList<IReadOnlyList<BreakdownPart>> _parts = [.. Indicators.Select(indicator => Breakdowns.Of(Set, indicator))];

    /// <summary>The indicator at a place.</summary>
    internal Indicator At(int place) => Indicators[place];

    /// <summary>The parts that the figure at a place is broken down into.</summary>
    internal IReadOnlyList<BreakdownPart> PartsAt(int place) => _parts[place];

    /// <summary>A figure of the sheet that a formula names; null where there is none.</summary>
    internal decimal? FigureOf(WorkingSheet sheet, FormulaReference reference) =>
        PlaceOf(reference.Code) is var place and >= 0 ? CatalogueRules.Figure(At(place), sheet.Find(place, ""), reference.Part) : null;

    /// <summary>The place of an indicator's code; -1 if the version does not have it.</summary>
    internal int PlaceOf(string code)
    {
        for (var place = 0; place < Indicators.Count; place++)
        {
            if (Indicators[place].Code == code) return place;
        }

        return -1;
    }
}

/// <summary>Keeps forms in memory: a published version never changes.</summary>
internal sealed class FormCache
{
    internal ConcurrentDictionary<Guid, SheetLayout> Layouts { get; } = new();

    internal ConcurrentDictionary<Guid, Form> Forms { get; } = new();
}

/// <summary>Finds forms and layouts; writes a version's layout down when it is first used.</summary>
internal sealed class Forms(ISubmissionsDb db, ISender sender, FormCache cache)
{
    /// <summary>The form of a version.</summary>
    internal async Task<Form> GetAsync(Guid versionId, CancellationToken cancellationToken)
    {
        if (cache.Forms.TryGetValue(versionId, out var known)) return known;
        var set = await sender.Send(new GetCriteriaSetVersion(versionId), cancellationToken)
            ?? throw new InvalidOperationException($"The criteria set version {versionId} is not published.");
        var layout = await LayoutAsync(set, cancellationToken);
        var byId = set.Indicators.ToDictionary(indicator => indicator.Id);
        var form = new Form(layout, set, [.. layout.IndicatorIds.Select(id => byId[id])]);
        return cache.Forms.GetOrAdd(versionId, form);
    }

    /// <summary>Every layout that was ever used.</summary>
    internal async Task<IReadOnlyDictionary<Guid, SheetLayout>> AllLayoutsAsync(CancellationToken cancellationToken)
    {
        foreach (var row in await db.Layouts.AsNoTracking().ToListAsync(cancellationToken))
            cache.Layouts.TryAdd(row.CriteriaVersionId, Read(row));
        return cache.Layouts;
    }

    private async Task<SheetLayout> LayoutAsync(CriteriaSetVersion set, CancellationToken cancellationToken)
    {
        if (cache.Layouts.TryGetValue(set.VersionId, out var known)) return known;
        var row = await FindAsync(set.VersionId, cancellationToken) ?? await AddAsync(set, cancellationToken);
        return cache.Layouts.GetOrAdd(set.VersionId, Read(row));
    }

    private Task<LayoutRow?> FindAsync(Guid versionId, CancellationToken cancellationToken) =>
        db.Layouts.AsNoTracking().FirstOrDefaultAsync(layout => layout.CriteriaVersionId == versionId, cancellationToken);

    private async Task<LayoutRow> AddAsync(CriteriaSetVersion set, CancellationToken cancellationToken)
    {
        var ids = set.Indicators.SelectMany(indicator => indicator.Id.ToByteArray(bigEndian: true)).ToArray();
        var row = new LayoutRow { CriteriaVersionId = set.VersionId, IndicatorIds = ids };
        var entry = db.Layouts.Add(row);
        db.NotAudited("the layout of a published version is a fact of the catalogue");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // Another host was first; its order of places is the one that counts.
            entry.State = EntityState.Detached;
            return (await FindAsync(set.VersionId, cancellationToken))!;
        }

        entry.State = EntityState.Detached;
        return row;
    }

    private static SheetLayout Read(LayoutRow row) =>
        new(row.CriteriaVersionId, row.IndicatorIds.Chunk(16).Select(id => new Guid(id, bigEndian: true)));
}

using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Reorganisations on record, latest effect first; of one unit alone, if one is named.</summary>
internal sealed record ListReorganisations(Guid? UnitId, string? Cursor, int? Limit) : IQuery<Result<Page<ReorganisationSummary>>>;

/// <summary>A reorganisation on record.</summary>
internal sealed record ReorganisationSummary(
    Guid Id, ReorganisationKind Kind, string DecisionNumber, DateOnly DecidedOn, DateOnly EffectiveOn, string Note, DateTimeOffset RecordedAt,
    Guid? CorrectsId, Guid? CorrectedById, IReadOnlyList<TransferSummary> Transfers, bool HasDecisionFile);

/// <summary>One reorganisation on record.</summary>
internal sealed record ReadReorganisation(Guid Id) : IQuery<Result<ReorganisationSummary>>;

/// <summary>One line of it.</summary>
internal sealed record TransferSummary(
    NamedUnit From, NamedUnit To, TransferExtent Extent, decimal? Share, ShareBasis? Basis);

internal sealed class ListReorganisationsHandler(IUnitRegistryDb db, Guardian guardian)
    : IQueryHandler<ListReorganisations, Result<Page<ReorganisationSummary>>>, IQueryHandler<ReadReorganisation, Result<ReorganisationSummary>>
{
    public async Task<Result<Page<ReorganisationSummary>>> Handle(ListReorganisations request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        if (!Cursor.TryRead<Skipped>(request.Cursor, out var skipped) || skipped is { Rows: < 0 }) return PlatformFailures.InvalidCursor;
        var limit = Cursor.Limit(request.Limit);
        var rows = db.Reorganisations.AsNoTracking();
        if (request.UnitId is { } unitId)
            rows = rows.Where(row => row.Transfers.Any(transfer => transfer.FromUnitId == unitId || transfer.ToUnitId == unitId));

        // Many clauses of one decision share day and instant, and no query orders by a GUID: within them the note decides.
        var found = await rows.OrderByDescending(row => row.EffectiveOn).ThenByDescending(row => row.RecordedAt).ThenBy(row => row.Note)
            .Skip(skipped?.Rows ?? 0).Take(limit + 1).Include(row => row.Transfers).AsSplitQuery().ToListAsync(cancellationToken);
        var names = await NamesAsync(found, cancellationToken);
        var next = (skipped?.Rows ?? 0) + limit;
        return Cursor.Page(
            [.. found.Select(row => Summary(row, names))],
            limit, _ => new Skipped(next));
    }

    public async Task<Result<ReorganisationSummary>> Handle(ReadReorganisation request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var found = await db.Reorganisations.AsNoTracking().Include(row => row.Transfers).FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        return found is null ? UnitRegistryFailures.ReorganisationNotFound : Summary(found, await NamesAsync([found], cancellationToken));
    }

    private static ReorganisationSummary Summary(Reorganisation row, Dictionary<Guid, LocalText> names)
    {
        NamedUnit Named(Guid id) => new(id, names.GetValueOrDefault(id, new LocalText("", "")));
        return new ReorganisationSummary(
            row.Id, row.Kind, row.DecisionNumber, row.DecidedOn, row.EffectiveOn, row.Note, row.RecordedAt, row.CorrectsId, row.CorrectedById,
            [.. row.Transfers.Select(transfer => new TransferSummary(
                Named(transfer.FromUnitId), Named(transfer.ToUnitId), transfer.Extent, transfer.Share, transfer.Basis))],
            row.DecisionFileHash is not null);
    }

    private async Task<Dictionary<Guid, LocalText>> NamesAsync(List<Reorganisation> rows, CancellationToken cancellationToken)
    {
        var names = new Dictionary<Guid, LocalText>();
        var ids = rows.SelectMany(row => row.Transfers).SelectMany(transfer => new[] { transfer.FromUnitId, transfer.ToUnitId }).Distinct();
        foreach (var portion in ids.Chunk(Registrar.Portion))
        {
            var found = await db.Names.AsNoTracking().Where(name => portion.Contains(name.UnitId))
                .OrderBy(name => name.SupersededAt == null).ThenBy(name => name.ValidFrom).ToListAsync(cancellationToken);
            foreach (var name in found) names[name.UnitId] = new LocalText(name.Vi, name.En);
        }

        return names;
    }

    /// <summary>The list grows at its end only when somebody reorganises, a few times a year: rows are counted.</summary>
    private sealed record Skipped(int Rows);
}

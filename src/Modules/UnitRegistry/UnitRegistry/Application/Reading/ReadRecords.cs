using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>By which codes registers know a unit on a day.</summary>
internal sealed record ListIdentifiers(Guid UnitId, DateOnly AsOf) : IQuery<Result<IReadOnlyList<DatedCode>>>;

/// <summary>The unit that a register knows by a code on a day.</summary>
internal sealed record FindByIdentifier(string Scheme, string Value, DateOnly AsOf) : IQuery<Result<NamedUnit>>;

/// <summary>Whom to reach in a unit on a day, the principal first.</summary>
internal sealed record ListFocalPoints(Guid UnitId, DateOnly AsOf) : IQuery<Result<IReadOnlyList<FocalPointItem>>>;

/// <summary>A focal point.</summary>
internal sealed record FocalPointItem(
    Guid Id, FocalPointRank Rank, string Name, string Duty, string? Email, string? Phone, DateOnly ValidFrom, DateOnly? ValidTo, bool IsErased);

/// <summary>All recognitions of a unit, latest first, each with whether it holds on a day.</summary>
internal sealed record ListRecognitions(Guid UnitId, DateOnly AsOf) : IQuery<Result<IReadOnlyList<RecognitionItem>>>;

/// <summary>A recognition; its last day is by decision or withdrawal, and it holds on the day asked for or not.</summary>
internal sealed record RecognitionItem(
    Guid Id, string Title, string Level, string DecisionNumber, DateOnly DecidedOn, string Authority, DateOnly ValidFrom, DateOnly? LastDay,
    bool Holds, WithdrawalItem? Withdrawal);

/// <summary>How a recognition was withdrawn.</summary>
internal sealed record WithdrawalItem(string DecisionNumber, DateOnly DecidedOn, DateOnly EffectiveOn, string Reason);

internal sealed class ReadRecordsHandler(IUnitRegistryDb db, Guardian guardian)
    : IQueryHandler<ListIdentifiers, Result<IReadOnlyList<DatedCode>>>, IQueryHandler<FindByIdentifier, Result<NamedUnit>>,
        IQueryHandler<ListFocalPoints, Result<IReadOnlyList<FocalPointItem>>>, IQueryHandler<ListRecognitions, Result<IReadOnlyList<RecognitionItem>>>
{
    public async Task<Result<IReadOnlyList<DatedCode>>> Handle(ListIdentifiers request, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(request.UnitId, cancellationToken) is { Succeeded: false } refusal) return refusal;
        return await db.Codes.AsNoTracking()
            .Where(code => code.UnitId == request.UnitId && code.SupersededAt == null
                && code.ValidFrom <= request.AsOf && (code.ValidTo == null || code.ValidTo >= request.AsOf))
            .OrderBy(code => code.Scheme).Select(code => new DatedCode(code.Scheme, code.Value, code.ValidFrom, code.ValidTo))
            .ToListAsync(cancellationToken);
    }

    public async Task<Result<NamedUnit>> Handle(FindByIdentifier request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        var day = request.AsOf;
        var found = await (
            from code in db.Codes.AsNoTracking()
            where code.Scheme == request.Scheme && code.Value == request.Value && code.SupersededAt == null
                && code.ValidFrom <= day && (code.ValidTo == null || code.ValidTo >= day)
            join state in db.States.AsNoTracking() on code.UnitId equals state.UnitId
            where state.ValidFrom <= day && (state.ValidTo == null || state.ValidTo >= day)
            select new { state.UnitId, state.NameVi, state.NameEn }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? UnitRegistryFailures.UnitNotFound : new NamedUnit(found.UnitId, new LocalText(found.NameVi, found.NameEn));
    }

    public async Task<Result<IReadOnlyList<FocalPointItem>>> Handle(ListFocalPoints request, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(request.UnitId, cancellationToken) is { Succeeded: false } refusal) return refusal;
        var found = await db.FocalPoints.AsNoTracking()
            .Where(point => point.UnitId == request.UnitId
                && point.ValidFrom <= request.AsOf && (point.ValidTo == null || point.ValidTo >= request.AsOf))
            .OrderByDescending(point => point.Rank == FocalPointRank.Principal).ThenBy(point => point.ValidFrom)
            .Select(point => new FocalPointItem(
                point.Id, point.Rank, point.Name, point.Duty, point.Email, point.Phone, point.ValidFrom, point.ValidTo, point.ErasedAt != null))
            .ToListAsync(cancellationToken);
        if (!found.Exists(point => !point.IsErased)) return found;

        // Who looked at whose work contacts is on record (Decree 13/2023/NĐ-CP, article 26).
        db.Audit(new AuditEntry(
            "unit_registry.focal_points_read", "unit", request.UnitId.ToString(), request.UnitId, new { request.AsOf, found.Count }));
        await db.SaveChangesAsync(cancellationToken);
        return found;
    }

    public async Task<Result<IReadOnlyList<RecognitionItem>>> Handle(ListRecognitions request, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(request.UnitId, cancellationToken) is { Succeeded: false } refusal) return refusal;
        var rows = await db.Recognitions.AsNoTracking().Include(row => row.Withdrawal).Where(row => row.UnitId == request.UnitId)
            .OrderByDescending(row => row.ValidFrom).ThenBy(row => row.Title).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new RecognitionItem(
            row.Id, row.Title, row.Level, row.DecisionNumber, row.DecidedOn, row.Authority, row.ValidFrom, row.LastDay,
            new Validity(row.ValidFrom, row.LastDay).Contains(request.AsOf),
            row.Withdrawal is { } withdrawal
                ? new WithdrawalItem(withdrawal.DecisionNumber, withdrawal.DecidedOn, withdrawal.EffectiveOn, withdrawal.Reason)
                : null));
    }

    private async Task<Result> RefusalAsync(Guid unitId, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        return await db.Units.AnyAsync(unit => unit.Id == unitId, cancellationToken) ? Result.Ok : UnitRegistryFailures.UnitNotFound;
    }
}

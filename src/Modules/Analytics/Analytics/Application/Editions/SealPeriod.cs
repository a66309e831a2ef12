using FluentValidation;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Editions;

/// <summary>
/// Seals the figures of a closed period as an edition. Everything is written in one transaction with its event: a host that dies on the
/// way leaves nothing behind, and of two hosts one seals.
/// </summary>
/// <param name="Period">Code of the period.</param>
/// <param name="Edition">Number of the edition, the one that is due: whoever seals says which, so that asking twice seals once.</param>
/// <param name="Kind">Of a later edition: revision (better data) or correction (an error).</param>
/// <param name="Statement">Why a later edition is made; why the first one is sealed although something is open.</param>
internal sealed record SealPeriod(string Period, int Edition, EditionKind Kind = EditionKind.First, string? Statement = null) : ICommand<EditionDetails>;

internal sealed class SealPeriodValidator : AbstractValidator<SealPeriod>
{
    internal const int LongestStatement = 2000;

    public SealPeriodValidator()
    {
        RuleFor(command => command.Period).NotEmpty().Say("Vui lòng nhập mã kỳ báo cáo.", "Give the code of the period.");
        RuleFor(command => command.Edition).GreaterThan(0).Say("Số ấn bản bắt đầu từ 1.", "Editions are numbered from 1.");
        RuleFor(command => command.Kind).Must((command, kind) => (kind == EditionKind.First) == (command.Edition == 1))
            .Say("Ấn bản 1 không chọn loại; ấn bản sau là chỉnh lý hoặc đính chính.", "Edition 1 has no kind; a later one is a revision or a correction.");
        RuleFor(command => command.Statement).MaximumLength(LongestStatement)
            .Say($"Thuyết minh dài tối đa {LongestStatement} ký tự.", $"The statement has at most {LongestStatement} characters.");
        RuleFor(command => command.Statement).NotEmpty().When(command => command.Edition > 1)
            .Say("Vui lòng ghi lý do ra ấn bản mới.", "Say why a new edition is made.");
    }
}

internal sealed class SealPeriodHandler(
    IAnalyticsDb db, EditionFreezer freezer, FullComputation computation, EditionContents contents, EditionReader reader, SealingChecks checks,
    Claims claims, Guardian guardian, ICurrentUser user, ISender sender, TimeProvider clock)
    : ICommandHandler<SealPeriod, EditionDetails>
{
    private const int Attempts = 3;

    /// <summary>A host that dies while it seals holds up approvals of the closed period for so long.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    public async Task<Result<EditionDetails>> Handle(SealPeriod request, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AnalyticsPermissions.Seal);
        if (!allowed.Succeeded) return allowed;
        var period = await db.Periods.AsNoTracking().FirstOrDefaultAsync(p => p.PeriodCode == request.Period, cancellationToken);
        if (period is null) return AnalyticsFailures.PeriodNotFound.On("period", request.Period);
        var ready = await checks.RequireAsync(period, request, cancellationToken);
        if (!ready.Succeeded) return ready;
        var hold = SealingHold.Of(period.PeriodId);
        if (!await claims.TryTakeAsync(hold, Hold, cancellationToken)) return AnalyticsFailures.BeingSealed.With(request.Period);
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (await TryAsync(period, request, cancellationToken) is { } outcome) return outcome;
                period = await db.Periods.AsNoTracking().SingleAsync(p => p.PeriodId == period.PeriodId, cancellationToken);
            }

            return AnalyticsFailures.Busy;
        }
        finally
        {
            await claims.ReleaseAsync(hold, CancellationToken.None);
        }
    }

    /// <summary>Seals what is known now; null if it changed meanwhile.</summary>
    private async Task<Result<EditionDetails>?> TryAsync(RollupPeriod period, SealPeriod request, CancellationToken cancellationToken)
    {
        var before = await db.Editions.AsNoTracking().Where(edition => edition.PeriodId == period.PeriodId)
            .OrderByDescending(edition => edition.Number).FirstOrDefaultAsync(cancellationToken);
        if (request.Edition <= (before?.Number ?? 0)) return AnalyticsFailures.AlreadySealed.On("edition", period.PeriodCode, request.Edition);
        if (request.Edition != (before?.Number ?? 0) + 1)
            return AnalyticsFailures.WrongEdition.On("edition", period.PeriodCode, (before?.Number ?? 0) + 1);
        var now = clock.GetUtcNow();
        var frozen = await freezer.FreezeAsync(period, (Ids.New(), request.Edition), now, CityTime.DayOf(now), cancellationToken);
        if (frozen is null) return AnalyticsFailures.PeriodNotFound.On("period", request.Period);
        var columns = frozen.Frame.CopyColumns();
        var rows = await computation.ComputeAsync(frozen.Frame, columns, cancellationToken);
        var items = frozen.Contents.Select(content => content.Item)
            .Append(new(Manifest.Figures, Manifest.OfFigures(rows), rows.Count)).ToList();
        var changed = before is null ? 0 : await reader.CountChangesAsync(before, frozen.Edition.Sheets, cancellationToken);
        if (before is not null && !await reader.DiffersAsync(before, items, cancellationToken))
            return AnalyticsFailures.NothingToRestate.On("period", period.PeriodCode, before.Number);

        // What is approved after the list was read belongs to the next edition; what the folder has not got to yet is waited for.
        if (!frozen.RestsOn(await sender.Send(new ListSheetPins(period.PeriodId), cancellationToken))) return null;
        if (!await IsLiveAsync(period.PeriodId, rows, cancellationToken)) return AnalyticsFailures.NotUpToDate.With(period.PeriodCode);
        var edition = new Edition
        {
            Id = frozen.Edition.Id,
            PeriodId = period.PeriodId,
            PeriodCode = period.PeriodCode,
            Number = request.Edition,
            Kind = request.Kind,
            Statement = string.IsNullOrWhiteSpace(request.Statement) ? null : request.Statement.Trim(),
            TreeDate = frozen.Frame.TreeDate,
            Columns = frozen.Frame.Write(columns),
            Sheets = frozen.Edition.Sheets.Count,
            Expected = frozen.Edition.Obligations.Count,
            ChangedSheets = changed,
            SealedAt = now,
            SealedBy = user.Id,
            Hash = Manifest.Hash(period.PeriodCode, request.Edition, before?.Hash, items),
        };
        return await SaveAsync(edition, items, frozen.Contents, rows, cancellationToken);
    }

    /// <summary>Whether the live roll-up says the same, byte for byte: two computations that agree.</summary>
    private async Task<bool> IsLiveAsync(Guid periodId, IReadOnlyList<RollupRow> rows, CancellationToken cancellationToken)
    {
        var live = await db.Rollups.AsNoTracking().Where(row => row.EditionId == RollupRow.Live && row.PeriodId == periodId)
            .ToListAsync(cancellationToken);
        return Manifest.OfFigures(live) == Manifest.OfFigures(rows);
    }

    private async Task<Result<EditionDetails>?> SaveAsync(
        Edition edition, List<ManifestItem> items, IReadOnlyList<FrozenContent> frozen, IReadOnlyList<RollupRow> rows,
        CancellationToken cancellationToken)
    {
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await contents.AddAsync(frozen, cancellationToken);
                    db.Editions.Add(edition);
                    db.EditionItems.AddRange(items.Select(item =>
                        new EditionItem { EditionId = edition.Id, Name = item.Name, Sha256 = item.Sha256, Count = item.Count }));
                    db.Audit(new AuditEntry(
                        "analytics.seal", "edition", edition.Id.ToString(),
                        Details: new { Period = edition.PeriodCode, Edition = edition.Number, edition.Kind, edition.Hash, edition.Statement }));
                    db.Publish(new EditionSealed(Ids.New(), edition.PeriodId, edition.PeriodCode, edition.Id, edition.Number));
                    await db.SaveChangesAsync(cancellationToken);
                    return await db.BulkInsertAsync(rows, cancellationToken);
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            // Another host was first with this number, or with a fact that both keep: what is there now decides.
            db.Forget();
            return null;
        }

        return await reader.DetailsAsync(edition, cancellationToken);
    }
}

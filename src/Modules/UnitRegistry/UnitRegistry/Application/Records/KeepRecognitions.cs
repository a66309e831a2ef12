using LearningCity.BuildingBlocks;
using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Records;

/// <summary>Records that an authority recognised a unit.</summary>
/// <param name="UnitId">Who was recognised.</param>
/// <param name="Title">Title as the decision has it.</param>
/// <param name="Level">Level as the decision has it; null where the title has none.</param>
/// <param name="DecisionNumber">Number and symbol.</param>
/// <param name="DecidedOn">Date of the decision.</param>
/// <param name="Authority">Who decided.</param>
/// <param name="ValidFrom">First day; the date of the decision where null.</param>
/// <param name="ValidTo">Last day; null if the decision sets none.</param>
internal sealed record RecordRecognition(
    Guid UnitId, string Title, string? Level, string DecisionNumber, DateOnly DecidedOn, string Authority, DateOnly? ValidFrom,
    DateOnly? ValidTo) : ICommand<Guid>;

/// <summary>Records that a recognition was withdrawn. The recognition itself stays on record.</summary>
internal sealed record WithdrawRecognition(
    Guid Id, string DecisionNumber, DateOnly DecidedOn, DateOnly? EffectiveOn, string Reason) : ICommand;

internal sealed class RecordRecognitionValidator : AbstractValidator<RecordRecognition>
{
    public RecordRecognitionValidator()
    {
        RuleFor(command => command.Title!).RequiredText(200);
        RuleFor(command => command.Level).MaximumLength(100).Say("Mức độ tối đa 100 ký tự.", "The level has at most 100 characters.");
        RuleFor(command => command.DecisionNumber!).RequiredText(100);
        RuleFor(command => command.Authority!).RequiredText(200);
        RuleFor(command => command.ValidTo).Must((row, last) => last is null || last >= (row.ValidFrom ?? row.DecidedOn))
            .Say("Ngày cuối cùng phải từ ngày bắt đầu trở đi.", "The last day is on or after the first.");
    }
}

internal sealed class WithdrawRecognitionValidator : AbstractValidator<WithdrawRecognition>
{
    public WithdrawRecognitionValidator()
    {
        RuleFor(command => command.DecisionNumber!).RequiredText(100);
        RuleFor(command => command.Reason!).RequiredText(2000);
    }
}

internal sealed class KeepRecognitionsHandler(IUnitRegistryDb db, UnitCheck units, Guardian guardian, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<RecordRecognition, Guid>, ICommandHandler<WithdrawRecognition>
{
    public async Task<Result<Guid>> Handle(RecordRecognition command, CancellationToken cancellationToken)
    {
        var from = command.ValidFrom ?? command.DecidedOn;
        var allowed = await units.RequireKeepAsync(command.UnitId, from, "validFrom", cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (await db.Recognitions.AnyAsync(
            row => row.UnitId == command.UnitId && row.DecisionNumber == command.DecisionNumber && row.Title == command.Title, cancellationToken))
        {
            return UnitRegistryFailures.RecognitionExists.On("decisionNumber", command.Title, command.DecisionNumber);
        }

        var recognition = new Recognition
        {
            UnitId = command.UnitId,
            Title = command.Title.Normalize().Trim(),
            Level = command.Level?.Normalize().Trim() ?? "",
            DecisionNumber = command.DecisionNumber,
            DecidedOn = command.DecidedOn,
            Authority = command.Authority.Normalize().Trim(),
            ValidFrom = from,
            ValidTo = command.ValidTo,
            RecordedAt = clock.GetUtcNow(),
            RecordedBy = user.Id,
        };
        db.Recognitions.Add(recognition);
        db.Audit(new AuditEntry(
            "unit_registry.recognition_recorded", "recognition", recognition.Id.ToString(), recognition.UnitId,
            new { recognition.Title, recognition.Level, recognition.DecisionNumber }));
        db.Publish(new UnitStandingsChanged(Ids.New(), from));
        await db.SaveChangesAsync(cancellationToken);
        return recognition.Id;
    }

    public async Task<Result> Handle(WithdrawRecognition command, CancellationToken cancellationToken)
    {
        var recognition = await db.Recognitions.AsNoTracking().Include(row => row.Withdrawal)
            .FirstOrDefaultAsync(row => row.Id == command.Id, cancellationToken);
        if (recognition is null) return PlatformFailures.NotFound;
        var allowed = await guardian.RequireAsync(UnitRegistryPermissions.Keep, recognition.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (recognition.Withdrawal is { } earlier) return UnitRegistryFailures.AlreadyWithdrawn.With(earlier.DecisionNumber);
        var day = command.EffectiveOn ?? command.DecidedOn;
        if (day <= recognition.ValidFrom) return UnitRegistryFailures.NotBeforeStart.On("effectiveOn", recognition.ValidFrom);
        db.Withdrawals.Add(new RecognitionWithdrawal
        {
            RecognitionId = recognition.Id,
            DecisionNumber = command.DecisionNumber,
            DecidedOn = command.DecidedOn,
            EffectiveOn = day,
            Reason = command.Reason.Normalize().Trim(),
            RecordedAt = clock.GetUtcNow(),
            RecordedBy = user.Id,
        });
        db.Audit(new AuditEntry(
            "unit_registry.recognition_withdrawn", "recognition", recognition.Id.ToString(), recognition.UnitId,
            new { command.DecisionNumber, effectiveOn = day }));
        db.Publish(new UnitStandingsChanged(Ids.New(), day));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return UnitRegistryFailures.AlreadyWithdrawn.With(command.DecisionNumber);
        }

        return Result.Ok;
    }
}

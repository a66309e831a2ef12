using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Domain;
using LearningCity.Submissions.Domain.Difficulties;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>A unit raises a difficulty or a proposal, with a submission or by itself.</summary>
/// <param name="UnitId">Who raises it; null for the unit of the submission.</param>
/// <param name="SubmissionId">The submission with which it is raised.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="SetCode">The criteria set of the subject; that of the submission where it is left out.</param>
/// <param name="SubjectCode">Code of a content area or of an indicator; null for neither.</param>
/// <param name="AddresseeUnitId">For whom it is; null for the unit that it reports to.</param>
internal sealed record RaiseDifficulty(
    Guid? UnitId, Guid? SubmissionId, DifficultyKind? Kind, string? Text, string? SetCode, string? SubjectCode, Guid? AddresseeUnitId)
    : ICommand<Guid>;

internal sealed class RaiseDifficultyValidator : AbstractValidator<RaiseDifficulty>
{
    public RaiseDifficultyValidator()
    {
        RuleFor(command => command.Text).RequiredText(4000);
        RuleFor(command => command.Kind).NotNull().Say("Chọn khó khăn hoặc kiến nghị.", "Say whether it is a difficulty or a proposal.");
        RuleFor(command => command.UnitId).Must((command, unitId) => unitId is not null || command.SubmissionId is not null)
            .Say("Chọn đơn vị nêu.", "Say which unit raises it.");
        RuleFor(command => command.SubjectCode).Must((command, code) => code is null || command.SetCode is not null || command.SubmissionId is not null)
            .Say("Chọn bộ tiêu chí của nội dung.", "Say of which criteria set the subject is.");
    }
}

internal sealed class RaiseDifficultyHandler(
    ISubmissionsDb db, DifficultyAccess access, DifficultyNotices notices, Guardian guardian, SubmissionAccess submissions, ICurrentUser user,
    TimeProvider clock, ISender sender)
    : ICommandHandler<RaiseDifficulty, Guid>
{
    public async Task<Result<Guid>> Handle(RaiseDifficulty request, CancellationToken cancellationToken)
    {
        var (submission, refused) = await SubmissionAsync(request, cancellationToken);
        if (refused is not null) return refused;
        var unitId = request.UnitId ?? submission!.UnitId;
        if (submission is not null && submission.UnitId != unitId) return DifficultyFailures.UnknownUnit.On("unitId");
        var allowed = submission is null
            ? await guardian.RequireAsync(SubmissionsPermissions.Report, unitId, cancellationToken)
            : await submissions.RequireReportAsync(submission, cancellationToken);
        if (!allowed.Succeeded) return allowed;

        var holder = request.AddresseeUnitId ?? (await access.AboveAsync(unitId, cancellationToken)).Cast<Guid?>().FirstOrDefault();
        if (holder is not { } holderId) return DifficultyFailures.NoUnitAbove.On("addresseeUnitId");
        var today = CityTime.Today(clock);
        var units = (await sender.Send(new GetUnits([unitId, holderId], today), cancellationToken)).ToDictionary(unit => unit.Id);
        if (unitId == holderId || !units.TryGetValue(unitId, out var raiser)) return DifficultyFailures.UnknownUnit.On("unitId");
        if (!units.TryGetValue(holderId, out var addressee) || addressee.ValidTo < today || addressee.ValidFrom > today)
            return DifficultyFailures.UnknownUnit.On("addresseeUnitId");
        var subject = await SubjectAsync(request, submission, today, cancellationToken);
        if (!subject.Succeeded) return Result<Guid>.Failed(subject.Failures);
        return await Batches.RetryAsync(
            db, () => SaveAsync(request, submission, raiser, holderId, subject.Value.Subject, cancellationToken));
    }

    private async Task<(Submission? Submission, FailureDefinition? Refused)> SubmissionAsync(
        RaiseDifficulty request, CancellationToken cancellationToken)
    {
        if (request.SubmissionId is not { } id) return (null, null);
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
        return submission is null ? (null, SubmissionFailures.NotFound) : (submission, null);
    }

    private async Task<Result<FoundSubject>> SubjectAsync(
        RaiseDifficulty request, Submission? submission, DateOnly today, CancellationToken cancellationToken)
    {
        if (request.SubjectCode is not { Length: > 0 } code) return new FoundSubject(null);
        var set = submission is not null && request.SetCode is null
            ? await sender.Send(new GetCriteriaSetVersion(submission.CriteriaVersionId), cancellationToken)
            : await sender.Send(new FindCriteriaSetVersion(request.SetCode ?? "", submission?.ReferenceOn ?? today), cancellationToken);
        if (set?.Indicators.FirstOrDefault(indicator => indicator.Code == code) is { } indicator)
            return new FoundSubject(new DifficultySubject(set.SetCode, code, indicator.Name, indicator.Id));
        return set?.Nodes.FirstOrDefault(node => node.Code == code) is { } node
            ? new FoundSubject(new DifficultySubject(set.SetCode, code, node.Name, null))
            : DifficultyFailures.UnknownSubject.On("subjectCode", code);
    }

    private async Task<Result<Guid>> SaveAsync(
        RaiseDifficulty request, Submission? submission, UnitSummary unit, Guid holderId, DifficultySubject? subject,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var last = await db.Difficulties.AsNoTracking().Where(d => d.UnitId == unit.Id).MaxAsync(d => (int?)d.Number, cancellationToken);
        var difficulty = new Difficulty
        {
            Id = Ids.New(),
            UnitId = unit.Id,
            UnitCode = unit.Code,
            Number = (last ?? 0) + 1,
            Kind = request.Kind!.Value,
            Text = request.Text!.Trim(),
            SetCode = subject?.SetCode,
            SubjectCode = subject?.Code,
            SubjectVi = subject?.Name.Vi,
            SubjectEn = subject?.Name.En,
            IndicatorId = subject?.IndicatorId,
            SubmissionId = submission?.Id,
            PeriodId = submission?.PeriodId,
            RaisedAt = now,
            RaisedOn = CityTime.DayOf(now),
            HolderUnitId = holderId,
            HeldSince = now,
        };
        var step = difficulty.Raise(user.Id);
        db.Difficulties.Add(difficulty);
        db.DifficultySteps.Add(step);
        notices.Publish(difficulty, step);
        db.Audit(new AuditEntry(
            "submissions.raise_difficulty", "difficulty", difficulty.Id.ToString(), unit.Id,
            new { kind = SnakeCase.Of(difficulty.Kind), holderUnitId = holderId, submissionId = submission?.Id }));
        await db.SaveChangesAsync(cancellationToken);
        return difficulty.Id;
    }

    /// <summary>The subject that was found; null within where none was asked for.</summary>
    private sealed record FoundSubject(DifficultySubject? Subject);
}

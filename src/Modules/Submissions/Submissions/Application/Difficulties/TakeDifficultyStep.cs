using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Domain.Difficulties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>What people do with a difficulty or proposal.</summary>
internal enum DifficultyAct
{
    /// <summary>Answer it here.</summary>
    Answer,

    /// <summary>Pass it on, upwards.</summary>
    Forward,

    /// <summary>Put it to a meeting.</summary>
    PutToMeeting,

    /// <summary>Say that it is settled.</summary>
    Settle,

    /// <summary>Say that it is not settled.</summary>
    Reopen,
}

/// <summary>Takes the next step with a difficulty or proposal.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Seen">Its version that was seen.</param>
/// <param name="Act">What is done.</param>
/// <param name="Text">In words; required, so that who raised it learns why.</param>
/// <param name="ToUnitId">Forward: to which unit; null for the next one above.</param>
/// <param name="MeetingId">Put to a meeting: to which.</param>
internal sealed record TakeDifficultyStep(Guid Id, int Seen, DifficultyAct? Act, string? Text, Guid? ToUnitId = null, Guid? MeetingId = null)
    : ICommand;

internal sealed class TakeDifficultyStepValidator : AbstractValidator<TakeDifficultyStep>
{
    public TakeDifficultyStepValidator()
    {
        RuleFor(command => command.Act).NotNull().Say("Chọn việc cần làm.", "Say what to do.");
        RuleFor(command => command.Text).RequiredText(4000);
    }
}

internal sealed class TakeDifficultyStepHandler(
    ISubmissionsDb db, DifficultyAccess access, DifficultyNotices notices, ICurrentUser user, TimeProvider clock, ISender sender)
    : ICommandHandler<TakeDifficultyStep>
{
    public async Task<Result> Handle(TakeDifficultyStep request, CancellationToken cancellationToken)
    {
        var found = await access.FindAsync(request.Id, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        var difficulty = found.Value;
        if (difficulty.Version != request.Seen) return PlatformFailures.Stale;
        var step = await StepAsync(difficulty, request, cancellationToken);
        if (!step.Succeeded) return step.WithoutValue();
        db.DifficultySteps.Add(step.Value);
        notices.Publish(difficulty, step.Value);
        db.Audit(new AuditEntry(
            $"submissions.{SnakeCase.Of(request.Act!.Value)}_difficulty", "difficulty", difficulty.Id.ToString(), step.Value.UnitId,
            new { step = step.Value.Number, toUnitId = step.Value.ToUnitId, meetingId = request.MeetingId }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception))
        {
            db.Forget();
            return PlatformFailures.Stale;
        }
    }

    private async Task<Result<DifficultyStep>> StepAsync(Difficulty difficulty, TakeDifficultyStep request, CancellationToken cancellationToken)
    {
        var (now, text) = (clock.GetUtcNow(), request.Text!.Trim());
        var raises = await access.RequireRaiserAsync(difficulty, cancellationToken);
        if (request.Act == DifficultyAct.Reopen) return raises.Succeeded ? difficulty.Reopen(user.Id, now, text) : raises;
        var holds = await access.RequireHolderAsync(difficulty, cancellationToken);
        if (request.Act == DifficultyAct.Settle && !holds.Succeeded)
            return raises.Succeeded ? difficulty.Settle(difficulty.UnitId, user.Id, now, text) : holds;
        if (!holds.Succeeded) return holds;
        switch (request.Act)
        {
            case DifficultyAct.Answer:
                return difficulty.Answer(user.Id, now, text);
            case DifficultyAct.Settle:
                return difficulty.Settle(difficulty.HolderUnitId, user.Id, now, text);
            case DifficultyAct.Forward:
                var above = await access.AboveAsync(difficulty.HolderUnitId, cancellationToken);
                if (above.Count == 0) return DifficultyFailures.NoUnitAbove;
                if (request.ToUnitId is { } to && !above.Contains(to)) return DifficultyFailures.NotAbove.On("toUnitId");
                return difficulty.Forward(user.Id, now, text, request.ToUnitId ?? above[0]);
            default:
                return await MeetingAsync(request.MeetingId, cancellationToken) is { } meeting
                    ? difficulty.PutToMeeting(user.Id, now, text, meeting.Id)
                    : DifficultyFailures.UnknownMeeting.On("meetingId");
        }
    }

    private async Task<MeetingSummary?> MeetingAsync(Guid? meetingId, CancellationToken cancellationToken)
    {
        if (meetingId is not { } id) return null;
        var meeting = await sender.Send(new GetMeeting(id), cancellationToken);
        return meeting is { State: MeetingState.Planned } && meeting.HeldOn >= CityTime.Today(clock) ? meeting : null;
    }
}

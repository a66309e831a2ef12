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

/// <summary>
/// Answers, settles or puts to a meeting all of a theme at once, with one word to all who raised it; each of them may say "not settled".
/// What was forwarded beyond the caller meanwhile, and what is answered or settled already, is left as it is.
/// </summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="Seen">Its version that was seen.</param>
/// <param name="Act">Answer, put to a meeting or settle.</param>
/// <param name="Text">In words.</param>
/// <param name="MeetingId">Put to a meeting: to which.</param>
/// <returns>For how many that was done.</returns>
internal sealed record TakeThemeStep(Guid ThemeId, int Seen, DifficultyAct? Act, string? Text, Guid? MeetingId = null) : ICommand<int>;

internal sealed class TakeThemeStepValidator : AbstractValidator<TakeThemeStep>
{
    public TakeThemeStepValidator()
    {
        RuleFor(command => command.Text).RequiredText(4000);
        RuleFor(command => command.Act).Must(act => act is DifficultyAct.Answer or DifficultyAct.PutToMeeting or DifficultyAct.Settle)
            .Say("Chọn trả lời, đưa ra cuộc họp hoặc đã giải quyết.", "Say whether to answer it, put it to a meeting or settle it.");
    }
}

internal sealed class TakeThemeStepHandler(
    ISubmissionsDb db, Guardian guardian, DifficultyAccess access, DifficultyNotices notices, ICurrentUser user, TimeProvider clock,
    ISender sender) : ICommandHandler<TakeThemeStep, int>
{
    public async Task<Result<int>> Handle(TakeThemeStep request, CancellationToken cancellationToken)
    {
        var theme = await db.Themes.FirstOrDefaultAsync(t => t.Id == request.ThemeId, cancellationToken);
        if (theme is null) return DifficultyFailures.ThemeNotFound;
        var allowed = await guardian.RequireAsync(SubmissionsPermissions.Answer, theme.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        if (theme.Version != request.Seen) return PlatformFailures.Stale;
        if (request.Act == DifficultyAct.PutToMeeting && !await IsToComeAsync(request.MeetingId, cancellationToken))
            return DifficultyFailures.UnknownMeeting.On("meetingId");

        var now = clock.GetUtcNow();
        var done = 0;
        foreach (var difficulty in await MineAsync(theme.Id, cancellationToken))
        {
            var step = Step(difficulty, theme, request, now);
            if (!step.Succeeded) continue;
            db.DifficultySteps.Add(step.Value);
            notices.Publish(difficulty, step.Value);
            done++;
        }

        theme.LastStepAt = now;
        db.Audit(new AuditEntry(
            $"submissions.{SnakeCase.Of(request.Act!.Value)}_theme", "difficulty_theme", theme.Id.ToString(), theme.UnitId, new { done }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return done;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception))
        {
            db.Forget();
            return PlatformFailures.Stale;
        }
    }

    /// <summary>What of the theme is held within the caller's scope and not settled.</summary>
    private async Task<List<Difficulty>> MineAsync(Guid themeId, CancellationToken cancellationToken)
    {
        var members = await db.Difficulties.Where(d => d.ThemeId == themeId && d.State != DifficultyState.Settled)
            .ToListAsync(cancellationToken);
        var mine = new List<Difficulty>();
        foreach (var ofHolder in members.GroupBy(d => d.HolderUnitId))
        {
            if ((await access.RequireHolderAsync(ofHolder.First(), cancellationToken)).Succeeded) mine.AddRange(ofHolder);
        }

        return mine;
    }

    private Result<DifficultyStep> Step(Difficulty difficulty, DifficultyTheme theme, TakeThemeStep request, DateTimeOffset now)
    {
        var text = request.Text!.Trim();
        return request.Act switch
        {
            DifficultyAct.Answer => difficulty.Answer(user.Id, now, text),
            DifficultyAct.Settle => difficulty.Settle(theme.UnitId, user.Id, now, text),
            _ => difficulty.PutToMeeting(user.Id, now, text, request.MeetingId!.Value),
        };
    }

    private async Task<bool> IsToComeAsync(Guid? meetingId, CancellationToken cancellationToken) => meetingId is { } id
        && await sender.Send(new GetMeeting(id), cancellationToken) is { State: MeetingState.Planned } meeting
        && meeting.HeldOn >= CityTime.Today(clock);
}

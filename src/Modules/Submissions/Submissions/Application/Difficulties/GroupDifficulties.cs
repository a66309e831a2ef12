using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>Groups difficulties and proposals into a theme: all of those named, or none. Those that are in it already stay.</summary>
internal sealed record GroupDifficulties(Guid ThemeId, IReadOnlyList<Guid> DifficultyIds) : ICommand;

internal sealed class GroupDifficultiesValidator : AbstractValidator<GroupDifficulties>
{
    public GroupDifficultiesValidator() => RuleFor(command => command.DifficultyIds).Must(ids => ids is { Count: > 0 and <= 200 })
        .Say("Chọn từ 1 đến 200 nội dung.", "Choose 1 to 200 of them.");
}

internal sealed class GroupDifficultiesHandler(
    ISubmissionsDb db, Guardian guardian, DifficultyAccess access, DifficultyNotices notices, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<GroupDifficulties>
{
    public Task<Result> Handle(GroupDifficulties request, CancellationToken cancellationToken) =>
        Batches.RetryAsync(db, () => TryAsync(request, cancellationToken));

    private async Task<Result> TryAsync(GroupDifficulties request, CancellationToken cancellationToken)
    {
        var theme = await db.Themes.AsNoTracking().FirstOrDefaultAsync(t => t.Id == request.ThemeId, cancellationToken);
        if (theme is null) return DifficultyFailures.ThemeNotFound;
        var allowed = await guardian.RequireAsync(SubmissionsPermissions.Answer, theme.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var asked = request.DifficultyIds.Distinct().ToArray();
        var readable = await access.Readable(db.Difficulties.AsNoTracking()).Where(d => asked.Contains(d.Id)).Select(d => d.Id)
            .ToHashSetAsync(cancellationToken);
        if (readable.Count != asked.Length) return DifficultyFailures.NotFound.On("difficultyIds");
        var members = await db.Difficulties.AsNoTracking().CountAsync(d => d.ThemeId == theme.Id, cancellationToken);
        if (members + asked.Length > DifficultyTheme.MostMembers) return DifficultyFailures.ThemeFull.With(DifficultyTheme.MostMembers);

        var now = clock.GetUtcNow();
        var difficulties = await db.Difficulties.Where(d => asked.Contains(d.Id)).ToListAsync(cancellationToken);
        foreach (var ofHolder in difficulties.GroupBy(d => d.HolderUnitId))
        {
            var holds = await access.RequireHolderAsync(ofHolder.First(), cancellationToken);
            if (!holds.Succeeded) return holds;
        }

        var grouped = 0;
        foreach (var difficulty in difficulties.Where(d => d.ThemeId != theme.Id))
        {
            var step = difficulty.Group(theme, user.Id, now);
            if (!step.Succeeded)
            {
                db.Forget();
                return step.WithoutValue();
            }

            db.DifficultySteps.Add(step.Value);
            notices.Publish(difficulty, step.Value);
            grouped++;
        }

        if (grouped == 0) return Result.Ok;
        db.Audit(new AuditEntry(
            "submissions.group_difficulties", "difficulty_theme", theme.Id.ToString(), theme.UnitId, new { grouped }));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }
}

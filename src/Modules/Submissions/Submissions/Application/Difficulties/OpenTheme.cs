using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.Submissions.Domain.Difficulties;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Difficulties;

/// <summary>A tier opens a theme, to group what several units say in different words.</summary>
/// <param name="UnitId">The tier.</param>
/// <param name="Name">What it is about, in one line.</param>
internal sealed record OpenTheme(Guid UnitId, string? Name) : ICommand<Guid>;

internal sealed class OpenThemeValidator : AbstractValidator<OpenTheme>
{
    public OpenThemeValidator() => RuleFor(command => command.Name).RequiredText(300);
}

internal sealed class OpenThemeHandler(ISubmissionsDb db, Guardian guardian, Names names, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<OpenTheme, Guid>
{
    public async Task<Result<Guid>> Handle(OpenTheme request, CancellationToken cancellationToken)
    {
        var allowed = await guardian.RequireAsync(SubmissionsPermissions.Answer, request.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var unit = (await names.UnitsAsync([request.UnitId], CityTime.Today(clock), cancellationToken))[request.UnitId];
        if (unit == NamedUnit.Unknown) return DifficultyFailures.UnknownUnit.On("unitId");
        return await Batches.RetryAsync<Result<Guid>>(db, async () =>
        {
            var last = await db.Themes.AsNoTracking().Where(t => t.UnitId == request.UnitId).MaxAsync(t => (int?)t.Number, cancellationToken);
            var theme = new DifficultyTheme
            {
                Id = Ids.New(),
                UnitId = request.UnitId,
                UnitCode = unit.Code,
                Number = (last ?? 0) + 1,
                Name = request.Name!.Trim(),
                MadeBy = user.Id,
                MadeAt = clock.GetUtcNow(),
            };
            db.Themes.Add(theme);
            db.Audit(new AuditEntry("submissions.open_theme", "difficulty_theme", theme.Id.ToString(), request.UnitId, new { theme.Name }));
            await db.SaveChangesAsync(cancellationToken);
            return theme.Id;
        });
    }
}

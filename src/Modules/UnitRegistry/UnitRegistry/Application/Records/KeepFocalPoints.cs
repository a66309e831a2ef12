using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Records;

/// <summary>Names a unit's focal point, or its deputy, from a day on; whoever it was before ends the day before.</summary>
internal sealed record NameFocalPoint(
    Guid UnitId, FocalPointRank Rank, string Name, string Duty, string? Email, string? Phone, DateOnly ValidFrom) : ICommand<Guid>;

/// <summary>A focal point ends without another in its place.</summary>
internal sealed record EndFocalPoint(Guid Id, DateOnly LastDay) : ICommand;

/// <summary>Removes what is personal of a focal point (Decree 13/2023/NĐ-CP, article 16); that there was one stays.</summary>
internal sealed record EraseFocalPoint(Guid Id) : ICommand;

internal sealed class NameFocalPointValidator : AbstractValidator<NameFocalPoint>
{
    public NameFocalPointValidator()
    {
        RuleFor(command => command.Name!).RequiredText(100);
        RuleFor(command => command.Duty!).RequiredText(200);
        RuleFor(command => command.Email).Must(email => string.IsNullOrEmpty(email) || (email.Length <= 200 && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < email.Length - 1))
            .Say("Vui lòng nhập thư điện tử công vụ, tối đa 200 ký tự.", "Enter a work e-mail address of at most 200 characters.");
        RuleFor(command => command.Phone).MaximumLength(30)
            .Say("Số điện thoại tối đa 30 ký tự.", "A phone number has at most 30 characters.");
    }
}

internal sealed class KeepFocalPointsHandler(IUnitRegistryDb db, UnitCheck units, Guardian guardian, TimeProvider clock)
    : ICommandHandler<NameFocalPoint, Guid>, ICommandHandler<EndFocalPoint>, ICommandHandler<EraseFocalPoint>
{
    public async Task<Result<Guid>> Handle(NameFocalPoint command, CancellationToken cancellationToken)
    {
        var allowed = await units.RequireKeepAsync(command.UnitId, command.ValidFrom, "validFrom", cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var known = await db.FocalPoints.Where(point => point.UnitId == command.UnitId && point.Rank == command.Rank
            && (point.ValidTo == null || point.ValidTo >= command.ValidFrom)).ToListAsync(cancellationToken);
        foreach (var point in known) point.EndOn(Validity.DayBefore(command.ValidFrom));
        var named = new FocalPoint
        {
            UnitId = command.UnitId,
            Rank = command.Rank,
            Duty = command.Duty.Normalize().Trim(),
            ValidFrom = command.ValidFrom,
            RecordedAt = clock.GetUtcNow(),
        }.With(command.Name, Blank(command.Email), Blank(command.Phone));
        db.FocalPoints.Add(named);

        // The audit log is for ever and personal data is not: it names the row, not the person.
        db.Audit(new AuditEntry("unit_registry.focal_point_named", "focal_point", named.Id.ToString(), named.UnitId, new { named.Rank, named.ValidFrom }));
        await db.SaveChangesAsync(cancellationToken);
        return named.Id;
    }

    public Task<Result> Handle(EndFocalPoint command, CancellationToken cancellationToken) => ChangeAsync(
        command.Id, "unit_registry.focal_point_ended", point => point.EndOn(command.LastDay), cancellationToken);

    public Task<Result> Handle(EraseFocalPoint command, CancellationToken cancellationToken) => ChangeAsync(
        command.Id, "unit_registry.focal_point_erased", point => point.Erase(clock.GetUtcNow()), cancellationToken);

    private async Task<Result> ChangeAsync(Guid id, string action, Action<FocalPoint> change, CancellationToken cancellationToken)
    {
        var point = await db.FocalPoints.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (point is null) return PlatformFailures.NotFound;
        var allowed = await guardian.RequireAsync(UnitRegistryPermissions.Keep, point.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        change(point);
        db.Audit(new AuditEntry(action, "focal_point", point.Id.ToString(), point.UnitId));
        await db.SaveChangesAsync(cancellationToken);
        return Result.Ok;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

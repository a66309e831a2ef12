using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Records;

/// <summary>Makes a group of units, empty at first.</summary>
/// <param name="Kind">What it groups for.</param>
/// <param name="Code">Unique within its kind.</param>
/// <param name="NameVi">Name in Vietnamese.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="Source">Where this is known from.</param>
internal sealed record CreateGroup(string Kind, string Code, string NameVi, string NameEn, DateOnly ValidFrom, string? Source = null) : ICommand<Guid>;

/// <summary>Says which units a group has from a day on; those that it had before end the day before.</summary>
/// <param name="Id">The group.</param>
/// <param name="Version">The version that the caller saw.</param>
/// <param name="From">First day.</param>
/// <param name="UnitIds">All its units from that day on.</param>
internal sealed record SetGroupMembers(Guid Id, int Version, DateOnly From, IReadOnlyList<Guid> UnitIds) : ICommand<int>;

internal sealed class CreateGroupValidator : AbstractValidator<CreateGroup>
{
    public CreateGroupValidator()
    {
        RuleFor(command => command.Kind!).NotNull().Matches("^[a-z][a-z0-9_]{1,39}$")
            .Say("Vui lòng nhập loại nhóm bằng chữ thường, chữ số và gạch dưới, tối đa 40 ký tự.", "Enter the kind in lower case letters, digits and underscores, at most 40 characters.");
        RuleFor(command => command.Code!).RequiredText(64);
        RuleFor(command => command.NameVi!).RequiredText(200);
        RuleFor(command => command.Source).MaximumLength(400).Say("Nguồn tối đa 400 ký tự.", "The source has at most 400 characters.");
        RuleFor(command => command.NameEn).MaximumLength(200).NotNull()
            .Say("Tên tiếng Anh tối đa 200 ký tự.", "The English name has at most 200 characters.");
    }
}

internal sealed class SetGroupMembersValidator : AbstractValidator<SetGroupMembers>
{
    private const int MostUnits = 5000;

    public SetGroupMembersValidator() => RuleFor(command => command.UnitIds).Must(ids => ids is { Count: <= MostUnits })
        .Say("Vui lòng nhập tối đa 5000 đơn vị.", "Enter at most 5000 units.");
}

internal sealed class KeepGroupsHandler(IUnitRegistryDb db, Guardian guardian, TimeProvider clock)
    : ICommandHandler<CreateGroup, Guid>, ICommandHandler<SetGroupMembers, int>
{
    public async Task<Result<Guid>> Handle(CreateGroup command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        if (await db.Groups.AnyAsync(group => group.Kind == command.Kind && group.Code == command.Code, cancellationToken))
            return UnitRegistryFailures.GroupExists.On("code", command.Code);
        var group = new UnitGroup
        {
            Kind = command.Kind,
            Code = command.Code,
            NameVi = command.NameVi.Normalize().Trim(),
            NameEn = command.NameEn.Normalize().Trim(),
            Source = command.Source?.Normalize().Trim() ?? "",
            ValidFrom = command.ValidFrom,
        };
        db.Groups.Add(group);
        db.Audit(new AuditEntry("unit_registry.group_made", "unit_group", group.Id.ToString(), null, new { group.Kind, group.Code }));
        await db.SaveChangesAsync(cancellationToken);
        return group.Id;
    }

    public async Task<Result<int>> Handle(SetGroupMembers command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        var group = await db.Groups.FirstOrDefaultAsync(row => row.Id == command.Id, cancellationToken);
        if (group is null) return PlatformFailures.NotFound;
        if (group.Version != command.Version) return PlatformFailures.Stale;
        if (command.From < group.ValidFrom) return UnitRegistryFailures.NotBeforeStart.On("from", group.ValidFrom);
        var wanted = command.UnitIds.Distinct().ToList();
        if (await RefusalAsync(group, command.From, wanted, cancellationToken) is { } failure) return failure;
        var now = clock.GetUtcNow();
        var known = await db.GroupMembers.Where(member => member.GroupId == group.Id && member.SupersededAt == null
            && (member.ValidTo == null || member.ValidTo >= command.From)).ToListAsync(cancellationToken);
        foreach (var member in known)
        {
            member.Supersede(now);
            if (member.Before(command.From, now) is { } before) db.GroupMembers.Add(before);
        }

        db.GroupMembers.AddRange(wanted.Select(unitId => new GroupMember
        {
            GroupId = group.Id,
            UnitId = unitId,
            ValidFrom = command.From,
            ValidTo = null,
            RecordedAt = now,
        }));
        group.Count();
        db.Audit(new AuditEntry("unit_registry.group_members_set", "unit_group", group.Id.ToString(), null, new { command.From, wanted.Count }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlatformFailures.Stale;
        }

        return group.Version;
    }

    /// <summary>Every unit exists on the day, and is in no other group of the kind from then on.</summary>
    private async Task<Failure?> RefusalAsync(UnitGroup own, DateOnly from, List<Guid> wanted, CancellationToken cancellationToken)
    {
        foreach (var portion in wanted.Chunk(Registrar.Portion))
        {
            var there = await db.Units.AsNoTracking().Where(unit => portion.Contains(unit.Id)
                && unit.FoundedOn <= from && (unit.ClosedOn == null || unit.ClosedOn >= from)).Select(unit => unit.Id).ToListAsync(cancellationToken);
            if (there.Count < portion.Length) return UnitRegistryFailures.UnitNotFound.On($"unitIds[{wanted.FindIndex(id => portion.Contains(id) && !there.Contains(id))}]");
            var elsewhere = await (
                from member in db.GroupMembers.AsNoTracking()
                join other in db.Groups.AsNoTracking() on member.GroupId equals other.Id
                where other.Kind == own.Kind && other.Id != own.Id && portion.Contains(member.UnitId) && member.SupersededAt == null
                    && (member.ValidTo == null || member.ValidTo >= @from)
                select new { member.UnitId, other.NameVi, other.NameEn }).FirstOrDefaultAsync(cancellationToken);
            if (elsewhere is not null)
            {
                return UnitRegistryFailures.InOtherGroup.On(
                    $"unitIds[{wanted.IndexOf(elsewhere.UnitId)}]", new BuildingBlocks.Contracts.LocalText(elsewhere.NameVi, elsewhere.NameEn));
            }
        }

        return null;
    }
}

using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Application.People;

/// <summary>
/// Everything personal that is stored of a person (Decree 13/2023/NĐ-CP, articles 9 and 14): what the register below lists, and what
/// they did by the audit log. Reading it is itself audited.
/// </summary>
internal sealed record ExportPersonalData(Guid PersonId) : ICommand<PersonalData>;

/// <summary>Removes what is personal (article 16); ids stay, so that figures and log remain true.</summary>
internal sealed record ErasePerson(Guid PersonId) : ICommand;

/// <summary>A person's data, in a form to hand over.</summary>
/// <param name="Fields">Field by field, with purpose.</param>
/// <param name="Roles">Roles held now and before.</param>
/// <param name="Notices">What they were told.</param>
/// <param name="AuditRows">How many rows of the audit log name them as the one who acted.</param>
internal sealed record PersonalData(
    IReadOnlyList<PersonalField> Fields, IReadOnlyList<HeldRole> Roles, IReadOnlyList<ToldNotice> Notices, int AuditRows);

/// <summary>One field of personal data.</summary>
internal sealed record PersonalField(string Field, string? Value, LocalText Purpose);

/// <summary>A role and when it was held.</summary>
internal sealed record HeldRole(string Role, Guid? UnitId, DateOnly From, DateOnly? To);

/// <summary>A notice.</summary>
internal sealed record ToldNotice(DateTimeOffset At, string Subject, DateTimeOffset? ReadAt);

internal sealed class PersonalDataHandler(IAccessDb db, Guardian guardian, ICurrentUser user, CallerCache cache, TimeProvider clock)
    : ICommandHandler<ExportPersonalData, PersonalData>, ICommandHandler<ErasePerson>
{
    private const int MostNotices = 5000;

    public async Task<Result<PersonalData>> Handle(ExportPersonalData command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.AdministerPeople);
        if (!allowed.Succeeded) return allowed;
        var person = await db.People.AsNoTracking().Include(p => p.Roles).FirstOrDefaultAsync(p => p.Id == command.PersonId, cancellationToken);
        if (person is null) return PlatformFailures.NotFound;
        var notices = await db.Notices.AsNoTracking().Where(notice => notice.PersonId == person.Id).OrderByDescending(notice => notice.At)
            .Take(MostNotices).Select(notice => new ToldNotice(notice.At, notice.SubjectVi, notice.ReadAt)).ToListAsync(cancellationToken);
        var acted = await db.AuditRows.CountAsync(row => row.ActorId == person.Id, cancellationToken);
        db.Audit(new AuditEntry("access.personal_data_exported", "person", person.Id.ToString(), person.HomeUnitId));
        await db.SaveChangesAsync(cancellationToken);
        var roles = person.Roles.Select(role => new HeldRole(role.Role, role.UnitId, role.ValidFrom, role.ValidTo)).ToList();
        return new PersonalData(FieldsOf(person), roles, notices, acted);
    }

    public async Task<Result> Handle(ErasePerson command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.AdministerPeople);
        if (!allowed.Succeeded) return allowed;
        var person = await db.People.Include(p => p.Roles).FirstOrDefaultAsync(p => p.Id == command.PersonId, cancellationToken);
        if (person is null) return PlatformFailures.NotFound;
        if (person.ErasedAt is not null) return Result.Ok;
        if (person.IsDemonstration) return AccessFailures.NotByDemonstration;
        if (person.Id == user.Id) return AccessFailures.Oneself;
        if (!await db.HasAdministratorAsync(clock, cancellationToken, otherThan: person.Id)) return AccessFailures.LastAdministrator;
        person.Erase(clock.GetUtcNow());
        db.Touch(person);
        db.Audit(new AuditEntry("access.person_erased", "person", person.Id.ToString()));
        var erased = await db.InTransactionAsync(
            async () =>
            {
                var notices = db.Notices.Where(notice => notice.PersonId == person.Id);
                await db.Mails.Where(mail => notices.Any(notice => notice.Id == mail.NoticeId)).ExecuteDeleteAsync(cancellationToken);
                await notices.ExecuteDeleteAsync(cancellationToken);
                await db.Links.Where(link => link.PersonId == person.Id).ExecuteDeleteAsync(cancellationToken);
                return await db.TrySaveAsync(cancellationToken);
            },
            cancellationToken);
        cache.Forget(person.Id);
        return erased;
    }

    /// <summary>The register of personal data: every field that says something of a person, and why it is kept.</summary>
    private static IReadOnlyList<PersonalField> FieldsOf(Person person) =>
    [
        new("name", person.Name, new("Hiển thị ai đã nhập, gửi, duyệt", "To show who entered, submitted and approved")),
        new("email", person.Email, new("Tên đăng nhập và nơi nhận thông báo", "Sign-in name, and where notices go")),
        new("phone", person.Phone, new("Liên hệ khi đơn vị trễ hạn", "To reach the focal point of a late unit")),
        new("homeUnitId", person.HomeUnitId?.ToString(), new("Đơn vị công tác", "Where the person works")),
        new("createdAt", CityTime.Local(person.CreatedAt).ToString("O", System.Globalization.CultureInfo.InvariantCulture), new("Ngày lập tài khoản", "When the account was made")),
        new("passwordHash", person.PasswordHash is null ? null : "***", new("Kiểm tra khi đăng nhập; không đọc được", "To check a sign-in; cannot be read")),
    ];
}

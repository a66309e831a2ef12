using System.Net.Mail;
using FluentValidation;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Analytics.Application.Templates;

/// <summary>Saves the texts of a template; documents that are made already stay as they are.</summary>
/// <param name="UnitId">The unit; null for the city's own.</param>
/// <param name="Version">The version that was seen; 0 for none.</param>
/// <param name="Content">The texts; empty ones are left to the city and the product.</param>
/// <param name="Logo">A new logo; null keeps the one there is, an empty one takes it away.</param>
internal sealed record SaveTemplate(Guid? UnitId, int Version, TemplateContent Content, byte[]? Logo = null) : ICommand<int>;

internal sealed class SaveTemplateValidator : AbstractValidator<SaveTemplate>
{
    private const int LongestLine = 400;
    private const int LongestText = 4000;
    private const int LongestAddress = 200;

    public SaveTemplateValidator()
    {
        RuleFor(request => request.Content).NotNull().Say("Vui lòng gửi nội dung mẫu.", "Send the texts of the template.");
        When(request => request.Content is not null, () =>
        {
            foreach (var (name, text) in Texts)
            {
                var longest = name is "Addressees" or "Bases" or "Recipients" or "Assigned" or "Mailing" ? LongestText : LongestLine;
                RuleFor(request => text(request.Content))
                    .Must(value => value is not null && value.Length <= longest && !value.Contains('\0', StringComparison.Ordinal))
                    .OverridePropertyName($"Content.{name}")
                    .Say($"Nội dung tối đa {longest} ký tự.", $"The text may have {longest} characters at most.");
            }

            RuleFor(request => request.Content.Assigned).Must(text => text is null || TemplateContent.Lines(text).All(line => line.IndexOf(':', StringComparison.Ordinal) > 0))
                .Say("Mỗi dòng ghi mã, dấu hai chấm, rồi thành viên: \"A: Giám đốc Sở Giáo dục và Đào tạo\".", "Write a code, a colon, then the member on each line: \"A: Director of Education and Training\".");
            RuleFor(request => request.Content.Mailing).Must(text => text is null || TemplateContent.Lines(text).All(IsAddress))
                .Say("Mỗi dòng ghi một địa chỉ thư điện tử của người dùng.", "Write the e-mail address of one user on each line.");
        });
    }

    private static bool IsAddress(string line) => line.Length <= LongestAddress && MailAddress.TryCreate(line, out var address) && address.Address == line;

    private static (string Name, Func<TemplateContent, string?> Text)[] Texts { get; } =
    [
        ("CityVi", c => c.CityVi), ("CityEn", c => c.CityEn), ("Governing", c => c.Governing), ("IssuingVi", c => c.IssuingVi),
        ("IssuingEn", c => c.IssuingEn), ("Symbol", c => c.Symbol), ("Place", c => c.Place), ("Addressees", c => c.Addressees),
        ("Bases", c => c.Bases), ("Plan", c => c.Plan), ("Recipients", c => c.Recipients), ("Authority", c => c.Authority),
        ("Signer", c => c.Signer), ("Assigned", c => c.Assigned), ("Mailing", c => c.Mailing),
    ];
}

internal sealed class SaveTemplateHandler(IAnalyticsDb db, Guardian guardian, ICurrentUser user, ISender sender, TimeProvider clock)
    : ICommandHandler<SaveTemplate, int>
{
    private const int LargestLogo = 200 * 1024;

    public async Task<Result<int>> Handle(SaveTemplate request, CancellationToken cancellationToken)
    {
        var allowed = request.UnitId is { } id
            ? await guardian.RequireAsync(AnalyticsPermissions.Template, id, cancellationToken)
            : guardian.RequireEverywhere(AnalyticsPermissions.Template);
        if (!allowed.Succeeded) return allowed;
        if (request.UnitId is { } unitId && (await sender.Send(new GetUnits([unitId], CityTime.Today(clock)), cancellationToken)).Count == 0)
            return PlatformFailures.NotFound;
        if (request.Logo is { Length: > 0 } logo && !IsPicture(logo)) return AnalyticsFailures.LogoUnknown.On("logo");
        var key = request.UnitId ?? DocumentTemplate.City;
        var template = await db.Templates.FirstOrDefaultAsync(stored => stored.UnitId == key, cancellationToken);
        if (request.Version != (template?.Version ?? 0)) return PlatformFailures.Stale;
        var content = TemplateReader.Write(request.Content);
        if (template is null)
        {
            template = db.Templates.Add(new DocumentTemplate { UnitId = key, Content = content, ChangedAt = clock.GetUtcNow(), ChangedBy = user.Id }).Entity;
        }
        else
        {
            (template.Content, template.ChangedAt, template.ChangedBy) = (content, clock.GetUtcNow(), user.Id);
        }

        if (request.Logo is not null) template.Logo = request.Logo.Length == 0 ? null : request.Logo;
        db.Audit(new AuditEntry("analytics.save_template", "template", key.ToString(), request.UnitId, request.Content));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || db.IsUniqueViolation(exception))
        {
            return PlatformFailures.Stale;
        }

        return template.Version;
    }

    private static bool IsPicture(byte[] logo) =>
        logo.Length <= LargestLogo && (logo is [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..]);
}

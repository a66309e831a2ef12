using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application.ReferenceSeries;

/// <summary>Defines a reference series; its figures come with releases.</summary>
/// <param name="Code">In URLs.</param>
/// <param name="Name">What it counts.</param>
/// <param name="MeasureUnit">Unit of measure.</param>
/// <param name="Decimals">Digits shown after the point.</param>
/// <param name="Owner">Who publishes it.</param>
internal sealed record DefineSeries(string? Code, LocalText? Name, LocalText? MeasureUnit, int Decimals, string? Owner) : ICommand<string>;

internal sealed class DefineSeriesValidator : AbstractValidator<DefineSeries>
{
    private const int LongestText = 400;

    public DefineSeriesValidator()
    {
        RuleFor(command => command.Code).Must(code => code is { Length: > 0 and <= DraftRules.LongestCode } && code.All(IsPlain))
            .Say($"Mã gồm 1-{DraftRules.LongestCode} chữ thường không dấu, chữ số và gạch nối.", $"A code has 1 to {DraftRules.LongestCode} small plain letters, digits and hyphens.");
        RuleFor(command => command.Name).Must(IsText).Say("Vui lòng nhập tên tiếng Việt, tối đa 400 ký tự.", "Enter a Vietnamese name of at most 400 characters.");
        RuleFor(command => command.MeasureUnit).Must(IsText).Say("Vui lòng nhập đơn vị tính, tối đa 400 ký tự.", "Enter a unit of measure of at most 400 characters.");
        RuleFor(command => command.Decimals).InclusiveBetween(0, 6).Say("Số chữ số thập phân từ 0 đến 6.", "Decimals go from 0 to 6.");
        RuleFor(command => command.Owner).RequiredText(LongestText);
    }

    private static bool IsPlain(char letter) => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-';

    private static bool IsText(LocalText? text) =>
        !string.IsNullOrWhiteSpace(text?.Vi) && text.Vi.Length <= LongestText && text.En is null or { Length: <= LongestText }
        && !text.Vi.Contains('\0', StringComparison.Ordinal) && text.En?.Contains('\0', StringComparison.Ordinal) != true;
}

internal sealed class DefineSeriesHandler(ICriteriaCatalogDb db, Guardian guardian, TimeProvider clock) : ICommandHandler<DefineSeries, string>
{
    public async Task<Result<string>> Handle(DefineSeries request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Edit);
        if (!allowed.Succeeded) return allowed;
        var series = new Series(
            request.Code!, Whole(request.Name!), Whole(request.MeasureUnit!), request.Decimals, request.Owner!.Trim(), clock.GetUtcNow());
        db.Series.Add(series);
        db.Audit(new AuditEntry("criteria_catalog.series_defined", "reference_series", series.Code, Details: new { series.NameVi, series.Owner }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return series.Code;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            return SeriesFailures.CodeTaken.On("code", series.Code);
        }
    }

    private static LocalText Whole(LocalText text) => new(text.Vi.Trim(), text.En?.Trim() ?? "");
}

using System.Globalization;
using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace LearningCity.ReportingPeriods.Ui.Meetings;

/// <summary>Reads what was typed into a form.</summary>
internal static partial class FormInput
{
    internal static string Typed(this HttpContext context, string field, string before = "") =>
        context.Request.HasFormContentType ? context.Request.Form[field].ToString() : before;

    internal static DateOnly? Day(this HttpContext context, string field) =>
        DateOnly.TryParseExact(context.Typed(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static TimeOnly? Hour(this HttpContext context, string field) =>
        TimeOnly.TryParse(context.Typed(field), CultureInfo.InvariantCulture, out var hour) ? hour : null;

    internal static int Number(this HttpContext context, string field) =>
        int.TryParse(context.Typed(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    internal static string? Optional(this HttpContext context, string field) =>
        context.Typed(field).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>As an input of type date takes it.</summary>
    internal static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A decimal as people of the language write it; null where it is none.</summary>
    internal static decimal? Decimal(string text, Language language)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        var (pattern, group, point) = language == Language.En ? (EnNumber(), ",", ".") : (ViNumber(), ".", ",");
        if (!pattern.IsMatch(plain)) return null;
        plain = plain.Replace(group, "", StringComparison.Ordinal).Replace(point, ".", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    /// <summary>The unit of a code that was typed; null where no unit has it on that day.</summary>
    internal static async Task<Guid?> UnitAsync(this ISender sender, string code, DateOnly on, CancellationToken cancellationToken) =>
        code.Trim() is { Length: > 0 } typed && await sender.Send(new FindUnitsByCode([typed], on), cancellationToken) is [var unit, ..] ? unit.Id : null;

    /// <summary>Problems of a form out of refusals; fields that have an input of another name are named by <paramref name="inputs"/>.</summary>
    internal static IReadOnlyList<FieldProblem> Problems(
        this IReadOnlyList<Failure> failures, Language language, params (string Field, string Input)[] inputs) =>
        [.. failures.Select(failure => new FieldProblem(
            Array.Find(inputs, input => failure.Field?.StartsWith(input.Field, StringComparison.Ordinal) == true).Input, failure.Message(language)))];

    [GeneratedRegex(@"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$")]
    private static partial Regex ViNumber();

    [GeneratedRegex(@"^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$")]
    private static partial Regex EnNumber();
}

using System.Text.RegularExpressions;
using FluentValidation;
using LearningCity.Access.Domain;
using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using MediatR;

namespace LearningCity.Access.Application.People;

/// <summary>What the commands about people have in common.</summary>
internal static partial class PersonRules
{
    internal static IRuleBuilderOptions<T, string?> PersonName<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(name => !string.IsNullOrWhiteSpace(name) && name.Length <= Person.LongestName && !name.Any(char.IsControl))
        .Say($"Vui lòng nhập họ và tên, tối đa {Person.LongestName} ký tự.", $"Enter the full name, at most {Person.LongestName} characters.");

    internal static IRuleBuilderOptions<T, string?> WorkEmail<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(email => email is not null && email.Length <= Person.LongestEmail && EmailForm().IsMatch(email.Trim()))
        .Say("Vui lòng nhập thư điện tử công vụ, ví dụ nvan@tphcm.gov.vn.", "Enter a work e-mail address, such as nvan@tphcm.gov.vn.");

    internal static IRuleBuilderOptions<T, string?> WorkPhone<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(phone => string.IsNullOrWhiteSpace(phone) || PhoneForm().IsMatch(phone.Trim()))
        .Say("Số điện thoại gồm chữ số, khoảng trắng và dấu + . - ( ).", "A phone number has digits, spaces and the signs + . - ( ).");

    /// <summary>Refuses roles that do not exist or that are not held for units, and units that do not exist.</summary>
    internal static async Task<Result> CheckAsync(
        this ISender sender, IReadOnlyList<RoleGrant> roles, Guid? homeUnitId, CancellationToken cancellationToken)
    {
        for (var i = 0; i < roles.Count; i++)
        {
            if (Roles.Find(roles[i].Role) is not { } role) return AccessFailures.UnknownRole.On($"roles[{i}].role", roles[i].Role);
            if (!role.Scoped && roles[i].UnitId is not null) return AccessFailures.RoleIsNotForUnits.On($"roles[{i}].unitId", role.Name);
        }

        var unitIds = roles.Select(role => role.UnitId).Append(homeUnitId).OfType<Guid>().Distinct().ToList();
        if (unitIds.Count == 0) return Result.Ok;
        var known = (await sender.Send(new GetUnitNames(unitIds), cancellationToken)).Select(unit => unit.UnitId).ToHashSet();
        if (homeUnitId is { } home && !known.Contains(home)) return AccessFailures.UnknownUnit.On("homeUnitId");
        for (var i = 0; i < roles.Count; i++)
        {
            if (roles[i].UnitId is { } unitId && !known.Contains(unitId)) return AccessFailures.UnknownUnit.On($"roles[{i}].unitId");
        }

        return Result.Ok;
    }

    /// <summary>What counts as an address: the mail server knows the rest.</summary>
    [GeneratedRegex(@"^[^@\s,;<>""]+@[^@\s,;<>""]+\.[^@\s,;<>""]+$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"^[0-9+.\-() ]{3,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneForm();
}

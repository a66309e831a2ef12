using LearningCity.Access.Contracts;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Text;
using LearningCity.BuildingBlocks.Ui;
using MediatR;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Access.Ui;

/// <summary>The form of one person: what was typed, and what it means.</summary>
internal sealed class PersonForm
{
    private const char Separator = '|';
    private const int MostSuggestions = 5;

    internal string Name { get; init; } = "";

    internal string Email { get; init; } = "";

    internal string Phone { get; init; } = "";

    /// <summary>Name or code of the unit, as typed.</summary>
    internal string HomeUnit { get; init; } = "";

    /// <summary>Roles held and not unticked.</summary>
    internal IReadOnlyList<RoleGrant> Kept { get; init; } = [];

    /// <summary>Code of one more role.</summary>
    internal string NewRole { get; init; } = "";

    /// <summary>Where it is held, as typed; empty for everywhere.</summary>
    internal string NewRoleUnit { get; init; } = "";

    internal static PersonForm Read(IFormCollection form) => new()
    {
        Name = form["name"].ToString(),
        Email = form["email"].ToString(),
        Phone = form["phone"].ToString(),
        HomeUnit = form["homeUnit"].ToString(),
        Kept = [.. form["keep"].Select(Parse).OfType<RoleGrant>()],
        NewRole = form["newRole"].ToString(),
        NewRoleUnit = form["newRoleUnit"].ToString(),
    };

    internal static string Write(RoleGrant grant) => $"{grant.Role}{Separator}{grant.UnitId}";

    /// <summary>The unit that was meant: found by name or code, and clear; otherwise a problem that offers what it might be.</summary>
    internal static async Task<(Guid? UnitId, FieldProblem? Problem)> FindAsync(
        ISender sender, string typed, string fieldId, Language language, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(typed)) return (null, null);
        var found = await sender.Send(new FindUnits(typed.Trim(), MostSuggestions), cancellationToken);
        var meant = SearchText.Fold(typed.Trim());
        var exact = found.Where(unit => SearchText.Fold(unit.Name.Vi) == meant || SearchText.Fold(unit.Name.En) == meant
            || unit.Code.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (exact.Count == 1) return (exact[0].UnitId, null);
        if (found.Count == 1) return (found[0].UnitId, null);
        var english = language == Language.En;
        var suggestions = string.Join("; ", found.Select(unit => $"{unit.Name.In(language)} ({unit.Code})"));
        var message = found.Count == 0
            ? english ? $"No unit is called \"{typed}\". Enter its name or code." : $"Không tìm thấy đơn vị \"{typed}\". Vui lòng nhập tên hoặc mã đơn vị."
            : english ? $"Several units match \"{typed}\"; enter the code: {suggestions}" : $"Có nhiều đơn vị khớp với \"{typed}\"; vui lòng nhập mã: {suggestions}";
        return (null, new FieldProblem(fieldId, message));
    }

    private static RoleGrant? Parse(string? text)
    {
        var parts = (text ?? "").Split(Separator);
        if (parts.Length != 2) return null;
        if (parts[1].Length == 0) return new RoleGrant(parts[0], null);
        return Guid.TryParse(parts[1], out var unitId) ? new RoleGrant(parts[0], unitId) : null;
    }
}

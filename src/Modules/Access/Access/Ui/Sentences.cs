using LearningCity.Access.Application.People;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Access.Ui;

/// <summary>Rights and states as people read them.</summary>
internal static class Sentences
{
    internal static IEnumerable<string> Of(IEnumerable<RoleGrant> roles, IReadOnlyDictionary<Guid, LocalText> units, Language language) =>
        roles.Select(role => Of(role, units, language));

    /// <summary>"Được nhập và gửi báo cáo của Phường Sài Gòn".</summary>
    internal static string Of(RoleGrant grant, IReadOnlyDictionary<Guid, LocalText> units, Language language)
    {
        if (Roles.Find(grant.Role) is not { } role) return grant.Role;
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, role.Right.In(language), Where(grant.UnitId, role.Scoped, units, language));
    }

    internal static (string Words, bool IsQuiet) StateOf(PersonView person, Language language)
    {
        var english = language == Language.En;
        if (person.ErasedAt is not null) return (english ? "Personal data erased" : "Đã xóa dữ liệu cá nhân", false);
        if (!person.IsActive) return (english ? "Deactivated" : "Đã khóa", false);
        return person.HasPassword ? (english ? "Active" : "Đang hoạt động", true) : (english ? "No password yet" : "Chưa đặt mật khẩu", false);
    }

    private static string Where(Guid? unitId, bool scoped, IReadOnlyDictionary<Guid, LocalText> units, Language language)
    {
        var english = language == Language.En;
        if (!scoped) return "";
        if (unitId is not { } id) return english ? " everywhere" : " của mọi đơn vị";
        var name = units.TryGetValue(id, out var found) ? found.In(language) : "?";
        return english ? $" of {name}" : $" của {name}";
    }
}

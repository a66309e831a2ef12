using LearningCity.Access.Domain;
using LearningCity.Host;

namespace LearningCity.Access.Tests.Domain;

internal sealed class RolesTests
{
    private static HashSet<string> Declared { get; } =
        Modules.All.SelectMany(module => module.Permissions).Select(permission => permission.Code).ToHashSet(StringComparer.Ordinal);

    [Test]
    public void Every_permission_of_a_role_is_declared_by_a_module() =>
        Roles.All.SelectMany(role => role.Permissions.Where(code => !Declared.Contains(code)).Select(code => $"{role.Code}: {code}")).ShouldBeEmpty();

    [Test]
    public void Every_permission_is_given_by_some_role() =>
        Declared.Except(Roles.All.SelectMany(role => role.Permissions)).ShouldBeEmpty();

    [Test]
    public void Role_codes_are_unique() => Roles.All.Select(role => role.Code).ShouldBeUnique();

    [Test]
    public void Only_administrators_give_rights_to_others() =>
        Roles.All.Where(role => role.Permissions.Contains("access.administer_people") || role.Permissions.Contains("access.manage_clients"))
            .ShouldBe([Roles.Administrator]);

    [Test]
    public void Whoever_reports_does_not_review_by_the_same_role() =>
        Roles.All.ShouldAllBe(role => !(role.Permissions.Contains("submissions.report") && role.Permissions.Contains("submissions.review")));
}

using LearningCity.Access.Domain;

namespace LearningCity.Access.Tests.Domain;

internal sealed class PersonTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Ward = Guid.Parse("00000000-0000-0000-0000-0000000000a1");

    [Test]
    public void People_sort_by_given_name_then_middle_then_family()
    {
        string[] names = ["Trần Văn An", "Nguyễn Văn An", "Lê Bảo An", "Phạm Thị Ánh", "Đỗ Ân", "Ngô Bình"];
        names.Reverse().OrderBy(name => Someone(name).NameKey, StringComparer.Ordinal)
            .ShouldBe(["Lê Bảo An", "Nguyễn Văn An", "Trần Văn An", "Phạm Thị Ánh", "Đỗ Ân", "Ngô Bình"]);
    }

    [Test]
    public void The_sign_in_name_is_the_address_in_lower_case() => Someone(email: " An.NV@TPHCM.gov.vn ").Email.ShouldBe("an.nv@tphcm.gov.vn");

    [Test]
    public void A_role_that_is_taken_away_ends_the_day_before()
    {
        var person = Someone();
        person.HoldRoles([new("reporter", Ward), new("reviewer", Ward)], Today.AddDays(-30));
        person.HoldRoles([new("reviewer", Ward)], Today);
        person.Roles.Single(role => role.Role == "reporter").ValidTo.ShouldBe(Today.AddDays(-1));
        person.Roles.Single(role => role.Role == "reviewer").ValidTo.ShouldBeNull();
    }

    [Test]
    public void A_role_given_and_taken_on_one_day_leaves_no_trace_of_having_been_held()
    {
        var person = Someone();
        person.HoldRoles([new("reporter", Ward)], Today);
        person.HoldRoles([], Today);
        person.Roles.ShouldBeEmpty();
    }

    [Test]
    public void Giving_the_same_roles_again_changes_nothing()
    {
        var person = Someone();
        person.HoldRoles([new("reporter", Ward)], Today.AddDays(-30));
        person.HoldRoles([new("reporter", Ward), new("reporter", Ward)], Today);
        person.Roles.Single().ValidFrom.ShouldBe(Today.AddDays(-30));
    }

    [Test]
    public void Sessions_end_with_a_new_password_a_new_address_and_deactivation_and_go_on_otherwise()
    {
        var person = Someone();
        var stamp = person.SecurityStamp;
        person.Describe(new("Nguyễn Văn Khác", person.Email, "028 3829 0000", Ward));
        person.RehashPassword("x");
        person.SecurityStamp.ShouldBe(stamp);
        foreach (Action change in new Action[] { () => person.SetPassword("y"), () => person.Describe(new("A", "b@c.vn", null, null)), person.Deactivate })
        {
            change();
            person.SecurityStamp.ShouldNotBe(stamp);
            stamp = person.SecurityStamp;
        }
    }

    [Test]
    public void Erasing_leaves_the_id_and_nothing_personal()
    {
        var person = Someone();
        person.SetPassword("hash");
        person.HoldRoles([new("reporter", Ward)], Today.AddDays(-30));
        var id = person.Id;
        person.Erase(Now);
        person.Id.ShouldBe(id);
        (person.Name, person.NameKey, person.SearchText, person.Phone, person.PasswordHash, person.HomeUnitId).ShouldBe(("", "", "", null, null, null));
        person.Email.ShouldEndWith("@erased.invalid");
        person.IsActive.ShouldBeFalse();
        person.Roles.ShouldAllBe(role => !role.IsHeldOn(Today));
    }

    private static Person Someone(string name = "Nguyễn Văn An", string email = "an@tphcm.gov.vn") =>
        Person.Create(new PersonDetails(name, email, "028 3829 1111", Ward), Now);
}

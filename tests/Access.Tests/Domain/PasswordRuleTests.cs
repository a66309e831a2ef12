using LearningCity.Access.Domain;

namespace LearningCity.Access.Tests.Domain;

internal sealed class PasswordRuleTests
{
    [TestCase("ngan qua", "access.password_too_short")]
    [TestCase("aaaaaaaaaaaa", "access.password_too_easy")]
    [TestCase("MatKhau1234", "access.password_too_easy")]
    [TestCase("nguyenvanan!!", "access.password_too_easy")]
    [TestCase("trời hôm nay đẹp", null)]
    [TestCase("hoc-tap-2030", null)]
    public void A_password_is_long_and_not_easily_guessed(string password, string? refusal) =>
        PasswordRule.Check(password, "nguyenvanan@tphcm.gov.vn").Failures.Select(failure => failure.Code).FirstOrDefault().ShouldBe(refusal);

    [Test]
    public void A_password_is_the_same_whether_letters_are_typed_whole_or_in_parts() =>
        PasswordRule.Normalize("mật khẩu".Normalize(System.Text.NormalizationForm.FormD)).ShouldBe(PasswordRule.Normalize("mật khẩu"));

    [TestCase("matkhau", false)]
    [TestCase("mậtkhẩu", true)]
    [TestCase("mat-khau-2030!", false)]
    public void Accents_are_noticed(string password, bool accented) => PasswordRule.HasAccents(password).ShouldBe(accented);
}

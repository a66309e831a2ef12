using System.Net;
using LearningCity.Access.Application.SigningIn;
using LearningCity.Access.Domain;
using LearningCity.Testing;

namespace LearningCity.Access.Tests.Application;

internal sealed class SignInTests(string database) : CityTest(database)
{
    private const string Right = "mot-mat-khau-de-thu";

    [Test]
    public async Task A_wrong_name_and_a_wrong_password_are_answered_alike()
    {
        var (_, email) = await City.PersonWithAsync("auditor");
        var wrongPassword = await Send(new SignIn(email, "khong-phai-mat-khau"));
        var wrongName = await Send(new SignIn("khong.co@thu.learningcity.test", Right));
        wrongPassword.Failures.ShouldBe(wrongName.Failures);
        wrongName.Failures.Single().Definition.ShouldBe(AccessFailures.WrongNameOrPassword);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Five_failures_lock_a_name_for_a_quarter_of_an_hour_whether_or_not_it_exists(bool exists)
    {
        var email = exists ? (await City.PersonWithAsync("auditor")).Email : $"{Guid.CreateVersion7():N}@thu.learningcity.test";
        City.Clock.Show(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        try
        {
            for (var i = 0; i < 4; i++) (await Send(new SignIn(email, "sai"))).Failures.Single().Code.ShouldBe("access.wrong_name_or_password");
            (await Send(new SignIn(email, "sai"))).Failures.Single().Code.ShouldBe("access.locked_out");
            City.Clock.Advance(TimeSpan.FromMinutes(14));
            var locked = (await Send(new SignIn(email, Right))).Failures.Single();
            locked.Code.ShouldBe("access.locked_out");
            locked.Message(LearningCity.BuildingBlocks.Contracts.Language.En).ShouldContain("in 1 minutes");
            City.Clock.Advance(TimeSpan.FromMinutes(2));
            (await Send(new SignIn(email, Right))).Succeeded.ShouldBe(exists);
        }
        finally
        {
            City.Clock.Release();
        }
    }

    [Test]
    public async Task Failures_that_arrive_at_once_each_count()
    {
        var email = $"{Guid.CreateVersion7():N}@thu.learningcity.test";
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Send(new SignIn(email, "sai"))));
        answers.Count(answer => answer.Failures[0].Code == "access.wrong_name_or_password").ShouldBe(SignInFailures.MostFailures - 1);
    }

    [Test]
    public async Task A_success_forgets_earlier_failures()
    {
        var (_, email) = await City.PersonWithAsync("auditor");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) await Send(new SignIn(email, "sai"));
            (await Send(new SignIn(email, Right))).Succeeded.ShouldBeTrue();
        }
    }

    [Test]
    public async Task The_page_signs_in_and_leads_to_the_page_that_was_asked_for()
    {
        var (_, email) = await City.PersonWithAsync("administrator");
        using var http = City.CreateClient();
        (await http.GetAsync("/admin/people")).Headers.Location!.ToString().ShouldBe("/sign-in?returnUrl=%2Fadmin%2Fpeople");
        var answer = await http.SignInAsync(email.ToUpperInvariant(), Right, "/sign-in?returnUrl=%2Fadmin%2Fpeople");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/admin/people");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("lc-session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        (await http.GetAsync("/admin/people")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [TestCase("https://elsewhere.test/")]
    [TestCase("//elsewhere.test")]
    [TestCase("/\\elsewhere.test")]
    [TestCase("javascript:alert(1)")]
    public async Task The_page_leads_nowhere_else(string returnUrl)
    {
        var (_, email) = await City.PersonWithAsync("auditor");
        using var http = City.CreateClient();
        var answer = await http.SignInAsync(email, Right, $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Test]
    public async Task The_page_says_one_thing_for_a_wrong_name_or_password_and_hints_at_typing_programs()
    {
        using var http = City.CreateClient();
        var answer = await http.SignInAsync("ai.do@thu.learningcity.test", "mậtkhẩu-cómdấu");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("Tên đăng nhập hoặc mật khẩu chưa đúng");
        html.ShouldContain("Vui lòng kiểm tra bộ gõ tiếng Việt");
        html.ShouldContain("Lỗi: ");
        html.ShouldNotContain("mậtkhẩu-cómdấu");
        html.ShouldNotContain("hoc-tap-2030");
    }

    [Test]
    public async Task A_form_without_antiforgery_token_is_refused()
    {
        using var http = City.CreateClient();
        using var content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.Name", "x"), new("Form.Password", "y")]);
        (await http.PostAsync("/sign-in", content)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Signing_out_ends_the_session_and_needs_the_token_of_a_page()
    {
        using var http = await City.SessionOfAsync("auditor");
        using var empty = new FormUrlEncodedContent([]);
        (await http.PostAsync(new Uri("/sign-out", UriKind.Relative), empty)).Headers.Location!.ToString().ShouldBe("/");
        (await http.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.SendFormAsync("/inbox", [], "/sign-out")).Headers.Location!.ToString().ShouldBe("/sign-in");
        (await http.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}

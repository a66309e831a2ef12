using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Access.Application.People;
using LearningCity.Testing;

namespace LearningCity.Access.Tests.Api;

internal sealed class SessionTests(string database) : CityTest(database)
{
    [Test]
    public async Task Being_deactivated_ends_a_session_at_once()
    {
        using var http = await City.SessionOfAsync("auditor");
        var me = await http.GetFromJsonAsync<JsonElement>("/api/v1/me");
        (await Send(new ChangeActivity(me.GetProperty("id").GetGuid(), false))).Succeeded.ShouldBeTrue();
        (await http.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task A_session_begun_before_a_deactivation_stays_over_after_the_account_is_opened_again()
    {
        using var http = await City.SessionOfAsync("auditor");
        var id = (await http.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("id").GetGuid();
        await Send(new ChangeActivity(id, false));
        await Send(new ChangeActivity(id, true));
        (await http.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task A_role_that_is_taken_away_is_gone_with_the_next_request()
    {
        await City.PersonWithAsync("administrator");
        using var http = await City.SessionOfAsync("administrator");
        var id = (await http.GetFromJsonAsync<JsonElement>("/api/v1/me")).GetProperty("id").GetGuid();
        var before = (await Send(new GetPerson(id))).Value;
        (await Send(new UpdatePerson(id, before.Version, before.Name, before.Email, null, null, [new("auditor", null)]))).Succeeded.ShouldBeTrue();
        (await http.GetAsync("/api/v1/users")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await http.GetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task The_session_of_a_page_changes_nothing_over_the_api_unless_the_request_shows_where_it_comes_from()
    {
        using var http = await City.SessionOfAsync("administrator");
        var body = new { name = "Trần Văn Chéo", email = $"{Guid.CreateVersion7():N}@thu.learningcity.test" };
        var answer = await http.PostAsJsonAsync("/api/v1/users", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("platform.cross_site_request");

        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        (await http.PostAsJsonAsync("/api/v1/users", body)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        (await http.PostAsJsonAsync("/api/v1/users", body)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }
}

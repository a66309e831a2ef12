using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Testing;

namespace LearningCity.Access.Tests.Api;

internal sealed class ApiKeyAuthenticationTests(string database) : CityTest(database)
{
    [Test]
    public async Task A_key_opens_what_it_permits_and_nothing_else()
    {
        using var http = await City.ApiClientForAsync("access.read_audit");
        (await http.GetAsync("/api/v1/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync("/api/v1/users")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var me = await http.GetFromJsonAsync<JsonElement>("/api/v1/me");
        me.GetProperty("kind").GetString().ShouldBe("api_client");
        me.GetProperty("permissions").EnumerateArray().Select(p => p.GetProperty("permission").GetString()).ShouldBe(["access.read_audit"]);
    }

    [Test]
    public async Task A_key_may_come_in_either_header()
    {
        using var bearer = await City.ApiClientForAsync("access.read_audit");
        using var other = City.CreateClient();
        other.DefaultRequestHeaders.Add("X-Api-Key", bearer.DefaultRequestHeaders.Authorization!.Parameter);
        (await other.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [TestCase("lc_00000000_00000000000000000000000000000000000000")]
    [TestCase("lc_")]
    [TestCase("something else")]
    public async Task What_is_no_key_is_nobody(string key)
    {
        using var http = City.CreateClient();
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
        var answer = await http.GetAsync("/api/v1/me");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("platform.not_signed_in");
    }

    [Test]
    public async Task A_key_is_no_use_on_pages()
    {
        using var http = await City.ApiClientForAsync("access.administer_people");
        var answer = await http.GetAsync("/admin/people");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/sign-in?returnUrl=%2Fadmin%2Fpeople");
    }

    [Test]
    public async Task A_client_is_made_with_a_key_shown_once_stops_when_revoked_and_shows_when_it_was_used()
    {
        using var administrator = await City.ApiClientForAsync("access.manage_clients");
        var created = await administrator.PostAsJsonAsync("/api/v1/api-clients", Body("Cổng dữ liệu"));
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var client = await created.Content.ReadFromJsonAsync<JsonElement>();
        var (id, key) = (client.GetProperty("id").GetGuid(), client.GetProperty("key").GetString()!);

        using var http = City.CreateClient();
        http.DefaultRequestHeaders.Add("X-Api-Key", key);
        (await http.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var listed = await ListedAsync(administrator, id);
        listed.GetRawText().ShouldNotContain(key[^20..]);
        listed.GetProperty("keyPrefix").GetString().ShouldBe(key.Split('_')[1]);
        listed.GetProperty("lastUsedAt").GetDateTimeOffset().Minute.ShouldBe(0);

        (await administrator.PostAsync($"/api/v1/api-clients/{id}/revoke", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await http.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ListedAsync(administrator, id)).GetProperty("state").GetString().ShouldBe("revoked");
    }

    [Test]
    public async Task An_expired_key_is_nobody()
    {
        using var administrator = await City.ApiClientForAsync("access.manage_clients");
        City.Clock.Show(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        try
        {
            var created = await administrator.PostAsJsonAsync("/api/v1/api-clients", Body("Sắp hết hạn", new DateTimeOffset(2026, 3, 1, 0, 0, 10, TimeSpan.Zero)));
            created.StatusCode.ShouldBe(HttpStatusCode.Created);
            using var http = City.CreateClient();
            http.DefaultRequestHeaders.Add("X-Api-Key", (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString());
            (await http.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
            City.Clock.Advance(TimeSpan.FromSeconds(11));
            (await http.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
        finally
        {
            City.Clock.Release();
        }
    }

    [Test]
    public async Task A_repeated_creation_makes_one_client_and_stores_no_key_for_its_answer()
    {
        using var administrator = await City.ApiClientForAsync("access.manage_clients");
        administrator.DefaultRequestHeaders.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        var body = Body("Một lần");
        var first = await administrator.PostAsJsonAsync("/api/v1/api-clients", body);
        var second = await administrator.PostAsJsonAsync("/api/v1/api-clients", body);
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await second.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    [TestCase("""{"name":"","permissions":["analytics.read"],"expiresAt":"2027-01-01T00:00:00Z"}""", "platform.invalid_field", "name")]
    [TestCase("""{"name":"X","expiresAt":"2027-01-01T00:00:00Z"}""", "access.nothing_granted", "permissions")]
    [TestCase("""{"name":"X","permissions":["no.such"],"expiresAt":"2027-01-01T00:00:00Z"}""", "access.unknown_permission", "permissions[0]")]
    [TestCase("""{"name":"X","roles":["king"],"expiresAt":"2027-01-01T00:00:00Z"}""", "access.unknown_role", "roles[0].role")]
    [TestCase("""{"name":"X","roles":["reporter"],"expiresAt":"2001-01-01T00:00:00Z"}""", "access.expiry_out_of_range", "expiresAt")]
    [TestCase("""{"name":"X","roles":7}""", "platform.unreadable_body", "$.roles")]
    public async Task A_client_that_cannot_be_is_refused_by_name_of_the_field(string body, string code, string field)
    {
        using var administrator = await City.ApiClientForAsync("access.manage_clients");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await administrator.PostAsync("/api/v1/api-clients", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
    }

    private object Body(string name, DateTimeOffset? expiresAt = null) =>
        new { name, permissions = new[] { "access.read_audit" }, expiresAt = expiresAt ?? City.Clock.GetUtcNow().AddDays(30) };

    private static async Task<JsonElement> ListedAsync(HttpClient administrator, Guid id)
    {
        var list = await administrator.GetFromJsonAsync<JsonElement>("/api/v1/api-clients?limit=200");
        return list.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetGuid() == id);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Testing;

namespace LearningCity.Access.Tests.Api;

internal sealed class UsersTests(string database) : CityTest(database)
{
    [Test]
    public async Task A_person_is_made_read_changed_and_let_out()
    {
        using var http = await City.ApiClientForAsync("access.administer_people");
        await City.PersonWithAsync("administrator");
        var created = await http.PostAsJsonAsync("/api/v1/users", new { name = "  Nguyễn  Văn Bốn ", email = Email(), phone = "028 3829 1111" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var address = created.Headers.Location!.ToString();

        var read = await http.GetAsync(address);
        read.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var person = await read.Content.ReadFromJsonAsync<JsonElement>();
        person.GetProperty("name").GetString().ShouldBe("Nguyễn Văn Bốn");
        person.GetProperty("hasPassword").GetBoolean().ShouldBeFalse();

        using var change = Put(address, "\"1\"", new { name = "Nguyễn Văn Năm", email = Email(), roles = new[] { new { role = "auditor" } } });
        var changed = await http.SendAsync(change);
        changed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        changed.Headers.ETag!.Tag.ShouldBe("\"2\"");
        (await http.GetFromJsonAsync<JsonElement>(address)).GetProperty("roles")[0].GetProperty("role").GetString().ShouldBe("auditor");

        (await http.PostAsync($"{address}/deactivate", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await http.GetFromJsonAsync<JsonElement>(address)).GetProperty("isActive").GetBoolean().ShouldBeFalse();
    }

    [Test]
    public async Task A_change_of_roles_alone_makes_an_older_version_stale()
    {
        using var http = await City.ApiClientForAsync("access.administer_people");
        await City.PersonWithAsync("administrator");
        var email = Email();
        var address = (await http.PostAsJsonAsync("/api/v1/users", new { name = "Nguyễn Văn A", email })).Headers.Location!.ToString();
        using var first = Put(address, "\"1\"", new { name = "Nguyễn Văn A", email, roles = new[] { new { role = "auditor" } } });
        using var second = Put(address, "\"1\"", new { name = "Nguyễn Văn A", email });
        (await http.SendAsync(first)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await http.SendAsync(second)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        using var without = Put(address, null, new { name = "Nguyễn Văn A", email });
        (await http.SendAsync(without)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task Two_people_never_share_an_address()
    {
        using var http = await City.ApiClientForAsync("access.administer_people");
        var email = Email();
        (await http.PostAsJsonAsync("/api/v1/users", new { name = "Một", email })).StatusCode.ShouldBe(HttpStatusCode.Created);
        var again = await http.PostAsJsonAsync("/api/v1/users", new { name = "Hai", email = email.ToUpperInvariant() });
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("access.email_taken");
    }

    [Test]
    public async Task The_list_is_paged_by_cursor_in_the_order_of_given_names_and_misses_nobody()
    {
        using var http = await City.ApiClientForAsync("access.administer_people");
        var mark = "thu" + Guid.CreateVersion7().ToString("N")[^8..];
        string[] names = ["Trần Văn An", "Nguyễn Văn An", "Lê Thị Ánh", "Phạm Ân", "Bùi Bình", "Võ Đông", "Ngô Dũng"];
        foreach (var name in names) await http.PostAsJsonAsync("/api/v1/users", new { name, email = $"{Guid.CreateVersion7():N}@{mark}.test" });
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/v1/users?search={mark}&limit=3&cursor={cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        seen.ShouldBe(["Nguyễn Văn An", "Trần Văn An", "Lê Thị Ánh", "Phạm Ân", "Bùi Bình", "Ngô Dũng", "Võ Đông"]);
    }

    [Test]
    public async Task The_search_does_not_mind_accents()
    {
        using var http = await City.ApiClientForAsync("access.administer_people");
        var email = Email();
        await http.PostAsJsonAsync("/api/v1/users", new { name = "Đặng Thị Hoà", email });
        var found = await http.GetFromJsonAsync<JsonElement>("/api/v1/users?search=dang+thi+hòa&limit=200");
        found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("email").GetString()).ShouldContain(email);
    }

    [Test]
    public async Task The_last_administrator_stays()
    {
        using var http = await City.ApiClientForAsync("access.administer_people");
        var people = await http.GetFromJsonAsync<JsonElement>("/api/v1/users?role=administrator&active=true&limit=200");
        var (last, _) = await City.PersonWithAsync("administrator");
        foreach (var other in people.GetProperty("items").EnumerateArray())
            (await http.PostAsync($"/api/v1/users/{other.GetProperty("id").GetGuid()}/deactivate", null)).EnsureSuccessStatusCode();
        var refused = await http.PostAsync($"/api/v1/users/{last}/deactivate", null);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("access.last_administrator");
    }

    [Test]
    public async Task A_link_sets_a_password_once()
    {
        using var http = await City.ApiClientForAsync("access.administer_people");
        var (id, email) = await City.PersonWithAsync("auditor");
        var link = await (await http.PostAsync($"/api/v1/users/{id}/password-link", null)).Content.ReadFromJsonAsync<JsonElement>();
        var path = link.GetProperty("path").GetString()!;
        using var browser = City.CreateClient();
        (await browser.GetStringAsync(path)).ShouldContain(email);
        KeyValuePair<string, string>[] Form(string password) => [new("_handler", "set-password"), new("Form.Password", password)];
        (await (await browser.SendFormAsync(path, Form("ngan"))).Content.ReadAsStringAsync()).ShouldContain("ít nhất 10 ký tự");
        (await browser.SendFormAsync(path, Form("mot cau that dai"))).Headers.Location!.ToString().ShouldBe("/");
        (await browser.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var other = City.CreateClient();
        (await other.GetStringAsync(path)).ShouldContain("đã được dùng hoặc đã hết hạn");
        (await other.SignInAsync(email, "mot cau that dai")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [TestCase("""{"name":"","email":"a@b.vn"}""", "name")]
    [TestCase("""{"name":"A","email":"not an address"}""", "email")]
    [TestCase("""{"name":"A","email":"a@b.vn","phone":"call me"}""", "phone")]
    [TestCase("""{"name":"A","email":"a@b.vn","roles":[{"role":"king"}]}""", "roles[0].role")]
    [TestCase("""{"name":"A","email":"a@b.vn","roles":[{"role":"administrator","unitId":"00000000-0000-0000-0000-000000000001"}]}""", "roles[0].unitId")]
    public async Task A_person_that_cannot_be_is_refused_by_name_of_the_field(string body, string field)
    {
        using var http = await City.ApiClientForAsync("access.administer_people");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await http.PostAsync("/api/v1/users", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
    }

    private static string Email() => $"{Guid.CreateVersion7():N}@thu.learningcity.test";

    private static HttpRequestMessage Put(string address, string? etag, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-Match", etag);
        return request;
    }
}

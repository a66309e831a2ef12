using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Access.Application.People;
using LearningCity.BuildingBlocks;
using LearningCity.Testing;

namespace LearningCity.Access.Tests.Api;

internal sealed class AuditTests(string database) : CityTest(database)
{
    [Test]
    public async Task The_log_says_who_did_what_to_whom_with_names_number_and_hash()
    {
        using var administrator = await City.SessionOfAsync("administrator");
        administrator.DefaultRequestHeaders.Add("X-Requested-With", "test");
        var created = await administrator.PostAsJsonAsync("/api/v1/users", new { name = "Lý Thị Sáu", email = $"{Ids.New():N}@thu.learningcity.test" });
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await City.SealAuditAsync();
        var row = await OnlyRowAsync(administrator, id);
        row.GetProperty("action").GetString().ShouldBe("access.person_created");
        row.GetProperty("actorName").GetString().ShouldBe("Nguyễn Thị Thử");
        row.GetProperty("actorKind").GetString().ShouldBe("person");
        row.GetProperty("subjectName").GetString().ShouldBe("Lý Thị Sáu");
        row.GetProperty("hash").GetString()!.Length.ShouldBe(64);
        row.GetProperty("number").GetInt64().ShouldBeGreaterThan(0);
        row.GetRawText().ShouldNotContain("thu.learningcity.test");
    }

    [Test]
    public async Task The_log_reads_on_by_cursor_without_gaps()
    {
        using var http = await City.ApiClientForAsync("access.read_audit");
        for (var i = 0; i < 7; i++) await Send(new CreatePerson("Người", $"{Ids.New():N}@thu.learningcity.test", null, null, []));
        await City.SealAuditAsync();
        var numbers = new List<long>();
        string? cursor = null;
        do
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"/api/v1/audit?limit=3&cursor={cursor}");
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetInt64()));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(number => (long)number).Reverse());
    }

    [Test]
    public async Task Days_of_the_filter_are_days_of_the_city()
    {
        using var http = await City.ApiClientForAsync("access.read_audit");
        City.Clock.Show(new DateTimeOffset(2031, 5, 4, 17, 0, 0, TimeSpan.Zero));
        try
        {
            await Send(new CreatePerson("Đúng nửa đêm", $"{Ids.New():N}@thu.learningcity.test", null, null, []));
        }
        finally
        {
            City.Clock.Release();
        }

        await City.SealAuditAsync();
        (await CountAsync(http, "from=2031-05-05&to=2031-05-05")).ShouldBe(1);
        (await CountAsync(http, "from=2031-05-04&to=2031-05-04")).ShouldBe(0);
    }

    [TestCase("cursor=abc", HttpStatusCode.BadRequest)]
    [TestCase("from=yesterday", HttpStatusCode.BadRequest)]
    [TestCase("actorId=7", HttpStatusCode.BadRequest)]
    [TestCase("limit=100000", HttpStatusCode.OK)]
    public async Task A_filter_that_cannot_be_read_is_refused(string query, HttpStatusCode status)
    {
        using var http = await City.ApiClientForAsync("access.read_audit");
        (await http.GetAsync($"/api/v1/audit?{query}")).StatusCode.ShouldBe(status);
    }

    private static async Task<JsonElement> OnlyRowAsync(HttpClient http, Guid subject) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/v1/audit?subjectType=person&subjectId={subject}")).GetProperty("items").EnumerateArray().Single();

    private static async Task<int> CountAsync(HttpClient http, string query) =>
        (await http.GetFromJsonAsync<JsonElement>($"/api/v1/audit?action=access.&{query}")).GetProperty("items").GetArrayLength();
}

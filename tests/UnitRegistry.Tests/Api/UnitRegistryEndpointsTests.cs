using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Tests.Api;

/// <summary>The routes of the module, through the front door.</summary>
internal sealed class UnitRegistryEndpointsTests(string database) : CityTest(database)
{
    private static readonly DateOnly Today = new(2026, 6, 14);
    private HttpClient _reader = null!;
    private HttpClient _keeper = null!;

    protected override async Task PrepareAsync()
    {
        _reader = await City.ApiClientForAsync(UnitRegistryPermissions.ReadCode);
        _keeper = await City.ApiClientForAsync(UnitRegistryPermissions.ReadCode, UnitRegistryPermissions.KeepCode);
    }

    [OneTimeTearDown]
    public void Leave()
    {
        _reader?.Dispose();
        _keeper?.Dispose();
    }

    [Test]
    public async Task The_list_pages_by_cursor()
    {
        var first = await ReadAsync("units?asOf=2026-06-14&type=commune&limit=30");
        var second = await ReadAsync($"units?asOf=2026-06-14&type=commune&limit=30&cursor={first.GetProperty("nextCursor").GetString()}");

        first.GetProperty("items").GetArrayLength().ShouldBe(30);
        second.GetProperty("items").GetArrayLength().ShouldBe(24);
        second.GetProperty("nextCursor").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [TestCase("units?asOf=2025-13-01", "platform.invalid_parameter")]
    [TestCase("units?type=planet", "platform.invalid_parameter")]
    [TestCase("units?relation=likes", "platform.invalid_parameter")]
    [TestCase("units?cursor=%00", "platform.invalid_cursor")]
    [TestCase("committees?cursor=e30", "platform.invalid_cursor")]
    [TestCase("committees/coverage?rootId=5", "platform.invalid_parameter")]
    public async Task A_parameter_of_the_wrong_form_is_refused_by_name(string path, string code)
    {
        using var response = await _reader.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    [TestCase("units/0198c0de-0000-7000-8000-000000000000")]
    [TestCase("units/0198c0de-0000-7000-8000-000000000000/lineage?from=2025-01-01")]
    [TestCase("committees/coverage?rootId=0198c0de-0000-7000-8000-000000000000")]
    public async Task A_unit_that_never_was_is_not_found(string path)
    {
        using var response = await _reader.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Lineage_reads_forward_and_back()
    {
        var ward = (await Send(new FindUnitsByCode(["26740"], new DateOnly(2025, 6, 30)))).Single();

        var forward = await ReadAsync($"units/{ward.Id}/lineage?from=2025-06-30&to=2026-06-14");
        var back = await ReadAsync($"units/{ward.Id}/lineage?from=2025-06-30&to=2024-10-31");

        forward.GetProperty("links")[0].GetProperty("unit").GetProperty("name").GetProperty("vi").GetString().ShouldNotBeNullOrEmpty();
        back.GetProperty("links")[0].GetProperty("unit").GetProperty("name").GetProperty("vi").GetString().ShouldBe("Quận 1");
    }

    [Test]
    public async Task Who_only_reads_cannot_reorganise()
    {
        using var response = await _reader.PostAsJsonAsync("/api/v1/reorganisations?preview=true", new { kind = "close" });

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task A_renaming_is_previewed_then_carried_out_once_however_often_it_is_sent()
    {
        var ward = (await Send(new FindUnitsByCode(["27676"], Today))).Single();
        var body = new
        {
            kind = "rename",
            decisionNumber = "7/NQ-HĐND",
            decidedOn = "2026-05-20",
            effectiveOn = "2026-06-01",
            changes = new[] { new { unitId = ward.Id, name = new LocalText("Xã Thạnh An Mới", "Thanh An Moi Commune") } },
        };
        async Task<HttpStatusCode> PostAsync(string query, string? key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/reorganisations{query}") { Content = JsonContent.Create(body) };
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            using var response = await _keeper.SendAsync(request);
            return response.StatusCode;
        }

        (await PostAsync("?preview=true", null)).ShouldBe(HttpStatusCode.OK);
        (await ReadAsync($"reorganisations?unitId={ward.Id}")).GetProperty("items").GetArrayLength().ShouldBe(1, "the reform's own record");
        (await PostAsync("", "rename-1")).ShouldBe(HttpStatusCode.Created);
        (await PostAsync("", "rename-1")).ShouldBe(HttpStatusCode.Created);

        var profile = await ReadAsync($"units/{ward.Id}?asOf=2026-06-14");
        profile.GetProperty("unit").GetProperty("name").GetProperty("vi").GetString().ShouldBe("Xã Thạnh An Mới");
        profile.GetProperty("names").GetArrayLength().ShouldBe(2);
    }

    [Test]
    public async Task A_committee_that_is_recorded_is_listed_and_counted()
    {
        var ward = (await Send(new FindUnitsByCode(["25747"], Today))).Single();
        var before = await ReadAsync("committees/coverage?asOf=2026-06-14");

        using var response = await _keeper.PostAsJsonAsync(
            "/api/v1/committees", new[] { new { unitId = ward.Id, decisionNumber = "15/QĐ-UBND", decidedOn = "2026-02-03", memberCount = 11 } });

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var listed = await ReadAsync($"committees?asOf=2026-06-14&unitId={ward.Id}");
        listed.GetProperty("items").GetArrayLength().ShouldBe(1);
        var after = await ReadAsync("committees/coverage?asOf=2026-06-14");
        after.GetProperty("groups")[0].GetProperty("withCommittee").GetInt32()
            .ShouldBe(before.GetProperty("groups")[0].GetProperty("withCommittee").GetInt32() + 1);
    }

    [TestCase("null")]
    [TestCase("[null]")]
    [TestCase("[{}]")]
    [TestCase("{")]
    [TestCase("[{\"unitId\":\"x\"}]")]
    public async Task A_body_that_is_no_committee_is_refused(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await _keeper.PostAsync(new Uri("/api/v1/committees", UriKind.Relative), content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [TestCase("/units", "đơn vị vào ngày")]
    [TestCase("/units?q=thanh%20an&asOf=2025-03-01", "Thanh An")]
    [TestCase("/units?asOf=nonsense&page=-3&type=planet", "Vui lòng nhập ngày")]
    [TestCase("/units/coverage?asOf=2025-03-01", "Theo địa bàn")]
    [TestCase("/units/coverage?under=nonsense&page=x", "Theo địa bàn trong Thành phố Hồ Chí Minh")]
    [TestCase("/units/coverage?under=0198c0de-0000-7000-8000-000000000000", "Không có đơn vị nào cần Ban Chỉ đạo")]
    [TestCase("/units/tree", "Phường An Đông")]
    [TestCase("/units/tree?asOf=2025-03-01&relation=lies_in", "Tỉnh Bình Dương")]
    [TestCase("/units/tree?at=0198c0de-0000-7000-8000-000000000000&page=0", "không có trong cây")]
    [TestCase("/units/map?by=area", "Đặc khu Côn Đảo")]
    [TestCase("/units/map?asOf=2024-10-31&by=nonsense&province=x", "Chưa có tọa độ")]
    [TestCase("/units?q=ben%20nghe", "Phường Sài Gòn")]
    public async Task Pages_answer_whatever_their_address_says(string path, string text)
    {
        using var session = await City.SessionOfAsync("reporter");

        using var response = await session.GetAsync(new Uri(path, UriKind.Relative));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        page.ShouldContain(text);
    }

    [Test]
    public async Task A_former_unit_has_a_page_that_says_what_it_became()
    {
        var ward = (await Send(new FindUnitsByCode(["26740"], new DateOnly(2025, 6, 30)))).Single();
        using var session = await City.SessionOfAsync("reporter");

        var page = WebUtility.HtmlDecode(await session.GetStringAsync(new Uri($"/units/{ward.Id}", UriKind.Relative)));

        page.ShouldContain("Phường Bến Nghé");
        page.ShouldContain("Trở thành");
        page.ShouldContain("Phường Sài Gòn");
    }

    [Test]
    public async Task A_branch_is_read_by_cursor_with_what_hangs_below()
    {
        var roots = await ReadAsync("units/branch?asOf=2025-03-01");
        var city = roots.GetProperty("items").EnumerateArray().Single(row => row.GetProperty("unit").GetProperty("code").GetString() == WellKnownUnits.City);
        var first = await ReadAsync($"units/branch?asOf=2025-03-01&parentId={city.GetProperty("unit").GetProperty("id").GetString()}&limit=15");
        var second = await ReadAsync(
            $"units/branch?asOf=2025-03-01&parentId={city.GetProperty("unit").GetProperty("id").GetString()}&limit=200&cursor={first.GetProperty("nextCursor").GetString()}");

        (first.GetProperty("items").GetArrayLength() + second.GetProperty("items").GetArrayLength()).ShouldBe(city.GetProperty("children").GetInt32());
        first.GetProperty("items")[0].GetProperty("children").GetInt32().ShouldBeGreaterThan(0, "wards of a district");
    }

    [Test]
    public async Task Steps_of_lineage_lead_over_the_reform_and_stop_at_the_span()
    {
        var ward = (await Send(new FindUnitsByCode(["26740"], Today))).Single();

        var all = await ReadAsync($"units/{ward.Id}/lineage/steps");
        var since = await ReadAsync($"units/{ward.Id}/lineage/steps?from=2025-07-01");

        all.GetProperty("units").EnumerateArray().Count(unit => unit.GetProperty("step").GetInt32() == -1).ShouldBe(3);
        all.GetProperty("steps").GetArrayLength().ShouldBe(3);
        since.GetProperty("steps").GetArrayLength().ShouldBe(0);
    }

    [Test]
    public async Task Only_who_keeps_the_registry_imports_and_the_page_shows_before_it_writes()
    {
        using var reader = await City.SessionOfAsync("reporter");
        using var keeper = await City.SessionOfAsync("registry_keeper");

        using var refused = await reader.GetAsync(new Uri("/units/import", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        WebUtility.HtmlDecode(await keeper.GetStringAsync(new Uri("/units/import", UriKind.Relative))).ShouldContain("Bước 1/2");
        using var gone = await keeper.GetAsync(new Uri("/units/import/0198c0de-0000-7000-8000-000000000000", UriKind.Relative));
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<JsonElement> ReadAsync(string path) => await _reader.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/{path}", UriKind.Relative));
}

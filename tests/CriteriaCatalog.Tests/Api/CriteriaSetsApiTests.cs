using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.CriteriaCatalog.Application.Workbooks;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Api;

/// <summary>The catalogue over HTTP: rights, answers, refusals in both languages.</summary>
internal sealed class CriteriaSetsApiTests(string database) : CityTest(database)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private HttpClient _reader = null!;
    private HttpClient _editor = null!;

    protected override async Task PrepareAsync()
    {
        _reader = await City.ApiClientForAsync("criteria_catalog.read");
        _editor = await City.ApiClientForAsync("criteria_catalog.read", "criteria_catalog.edit");
    }

    [OneTimeTearDown]
    public void Close()
    {
        _reader.Dispose();
        _editor.Dispose();
    }

    [TestCase("/api/v1/criteria-sets")]
    [TestCase("/api/v1/criteria-sets/unesco-key-features/versions/1")]
    [TestCase("/api/v1/indicators")]
    public async Task Nobody_reads_without_a_key(string path)
    {
        using var stranger = City.CreateClient();
        using var answer = await stranger.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task Sets_are_listed_with_the_version_in_force()
    {
        var page = await _reader.GetFromJsonAsync<JsonElement>("/api/v1/criteria-sets?limit=200");
        var set = page.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("code").GetString() == "unesco-key-features");
        set.GetProperty("origin").GetString().ShouldBe("reconstruction");
        set.GetProperty("inForce").GetInt32().ShouldBe(1);
    }

    [Test]
    public async Task A_version_comes_as_a_tree_in_both_languages_and_is_not_sent_twice()
    {
        using var first = await _reader.GetAsync("/api/v1/criteria-sets/hcmc-education-demo/versions/1");
        var version = await first.Content.ReadFromJsonAsync<JsonElement>();
        version.GetProperty("state").GetString().ShouldBe("published");
        var area = version.GetProperty("nodes")[0];
        area.GetProperty("name").GetProperty("vi").GetString().ShouldStartWith("Lợi ích");
        area.GetProperty("name").GetProperty("en").GetString().ShouldStartWith("Wider");
        var indicator = area.GetProperty("children")[0].GetProperty("children")[0].GetProperty("indicators")[0];
        indicator.GetProperty("id").GetGuid().ShouldNotBe(Guid.Empty);
        indicator.GetProperty("valueType").GetString().ShouldBe("percent");
        indicator.GetProperty("target").GetDecimal().ShouldBe(98);
        indicator.GetProperty("factor").GetDecimal().ShouldBe(100);

        using var again = new HttpRequestMessage(HttpMethod.Get, first.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _reader.SendAsync(again);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [TestCase("vi", "Bộ tiêu chí khong-co chưa có phiên bản 7. Vui lòng xem danh sách phiên bản của bộ.")]
    [TestCase("en", "The criteria set khong-co has no version 7. See the list of its versions.")]
    public async Task What_is_missing_is_said_in_the_callers_language(string language, string sentence)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/criteria-sets/khong-co/versions/7");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await _reader.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("criteria_catalog.version_not_found");
        problem.GetProperty("title").GetString().ShouldBe(sentence);
    }

    [Test]
    public async Task A_pack_is_tried_imported_published_exported_and_retired()
    {
        var pack = PackWriter.Write(Samples.Set("story"));
        (await PostAsync("/api/v1/criteria-sets/import?dryRun=true", pack)).GetProperty("publishable").GetBoolean().ShouldBeTrue();
        (await PostAsync("/api/v1/criteria-sets/import", pack)).GetProperty("outcome").GetString().ShouldBe("created");
        using (var hidden = await _reader.GetAsync("/api/v1/criteria-sets/story/versions/1")) hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await ChangeAsync("/api/v1/criteria-sets/story/versions/1/publish", null);
        (await _reader.GetByteArrayAsync("/api/v1/criteria-sets/story/versions/1/export")).ShouldBe(pack);
        await ChangeAsync("/api/v1/criteria-sets/story/versions/1/retire", JsonContent.Create(new { lastDay = "2025-12-31" }));

        var version = await _reader.GetFromJsonAsync<JsonElement>("/api/v1/criteria-sets/story/versions/1");
        (version.GetProperty("state").GetString(), version.GetProperty("validTo").GetString()).ShouldBe(("retired", "2025-12-31"));
    }

    [Test]
    public async Task A_set_is_exported_to_excel_tried_and_imported_from_it()
    {
        using var exported = await _reader.GetAsync("/api/v1/criteria-sets/hcmc-education-demo/versions/1/export?format=xlsx");
        exported.Content.Headers.ContentType!.MediaType.ShouldBe(Workbook);
        exported.Content.Headers.ContentDisposition!.FileName!.Trim('"').ShouldBe("hcmc-education-demo-v1.xlsx");
        using var again = await SendAsync(_editor, "/api/v1/criteria-sets/import", await exported.Content.ReadAsByteArrayAsync(), Workbook);
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);

        var workbook = PackWorkbookWriter.Write(Samples.Set("from-excel") with { Name = new("", "Nameless") }, BuildingBlocks.Contracts.Language.Vi);
        using var tried = await SendAsync(_editor, "/api/v1/criteria-sets/import?dryRun=true", workbook, Workbook);
        var problem = (await tried.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems").EnumerateArray().ShouldHaveSingleItem();
        (problem.GetProperty("code").GetString(), problem.GetProperty("path").GetString()).ShouldBe(("criteria_catalog.vietnamese_missing", "Set!C2"));

        using var imported = await SendAsync(_editor, "/api/v1/criteria-sets/import", workbook, Workbook);
        imported.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Test]
    public async Task A_workbook_that_is_none_is_refused()
    {
        using var answer = await SendAsync(_editor, "/api/v1/criteria-sets/import", "nothing"u8.ToArray(), Workbook);
        ((int)answer.StatusCode).ShouldBeInRange(400, 415);
        using var format = await _reader.GetAsync("/api/v1/criteria-sets/hcmc-education-demo/versions/1/export?format=pdf");
        format.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task A_mistake_in_a_pack_is_named_by_its_path()
    {
        var pack = System.Text.Encoding.UTF8.GetString(PackWriter.Write(Samples.Set("mistaken"))).Replace("\"percent\"", "\"colour\"", StringComparison.Ordinal);
        using var answer = await SendAsync(_editor, "/api/v1/criteria-sets/import", System.Text.Encoding.UTF8.GetBytes(pack));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var error = problem.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.GetProperty("field").GetString().ShouldBe("$.nodes[0].children[0].indicators[0].valueType");
    }

    [Test]
    public async Task Readers_do_not_import()
    {
        using var answer = await SendAsync(_reader, "/api/v1/criteria-sets/import", PackWriter.Write(Samples.Set("intruder")));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Test]
    public async Task Publishing_says_which_state_was_seen()
    {
        using var answer = await _editor.PostAsync("/api/v1/criteria-sets/unesco-key-features/versions/1/publish", null);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("platform.if_match_missing");
    }

    [TestCase("text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("application/json", "{", HttpStatusCode.BadRequest)]
    [TestCase("application/json", "", HttpStatusCode.BadRequest)]
    public async Task Other_bodies_are_refused(string type, string text, HttpStatusCode expected)
    {
        using var content = new StringContent(text, System.Text.Encoding.UTF8, type);
        using var answer = await _editor.PostAsync("/api/v1/criteria-sets/import", content);
        answer.StatusCode.ShouldBe(expected);
    }

    [Test]
    public async Task A_body_of_five_megabytes_is_refused()
    {
        using var answer = await SendAsync(_editor, "/api/v1/criteria-sets/import", new byte[5 * 1024 * 1024]);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Test]
    public async Task Indicators_are_found_across_sets()
    {
        var page = await _reader.GetFromJsonAsync<JsonElement>("/api/v1/indicators?q=biet%20chu");
        string[] bothSets = ["hcmc-education-demo", "unesco-key-features"];
        bothSets.ShouldBeSubsetOf(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("setCode").GetString()!));
    }

    [TestCase("valueType=colour", "platform.invalid_parameter")]
    [TestCase("cursor=%21", "platform.invalid_cursor")]
    [TestCase("limit=many", "platform.invalid_parameter")]
    public async Task Odd_parameters_are_refused(string query, string code)
    {
        using var answer = await _reader.GetAsync($"/api/v1/indicators?{query}");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    private async Task<JsonElement> PostAsync(string path, byte[] pack)
    {
        using var answer = await SendAsync(_editor, path, pack);
        answer.IsSuccessStatusCode.ShouldBeTrue();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, byte[] pack, string type = "application/json")
    {
        var content = new ByteArrayContent(pack);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return client.PostAsync(path, content);
    }

    /// <summary>Reads the version for its ETag, then changes it.</summary>
    private async Task ChangeAsync(string path, HttpContent? content)
    {
        using var seen = await _editor.GetAsync(path[..path.LastIndexOf('/')]);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.IfMatch.Add(seen.Headers.ETag!);
        using var answer = await _editor.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Api;

/// <summary>The life of a draft over HTTP.</summary>
internal sealed class DraftApiTests(string database) : CityTest(database)
{
    private const string Demo = "/api/v1/criteria-sets/hcmc-education-demo";
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

    [Test]
    public async Task A_draft_is_started_edited_compared_published_and_the_version_before_stays_as_it_was()
    {
        var before = await _reader.GetByteArrayAsync($"{Demo}/versions/1/export");
        var (started, tag) = await SendAsync(HttpMethod.Post, $"{Demo}/versions", new { validFrom = "2027-01-01" }, null, HttpStatusCode.Created);
        started.GetProperty("version").GetInt32().ShouldBe(2);
        (await SendAsync(HttpMethod.Post, $"{Demo}/versions", new { }, null, HttpStatusCode.Conflict)).Body.GetProperty("code").GetString()
            .ShouldBe("criteria_catalog.draft_exists");
        using (var hidden = await _reader.GetAsync($"{Demo}/versions/2/diff")) hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        object[] edits =
        [
            new { op = "remove", kind = "indicator", code = "I25" },
            new { op = "move", kind = "indicator", code = "I01", parent = "C02", position = 0 },
            new { op = "renumber", kind = "indicator", code = "I02", newCode = "I02b" },
            new { op = "add", kind = "node", parent = "TC01", value = new { code = "C99", name = new { vi = "Tiêu chí mới", en = "New criterion" } } },
        ];
        var (edited, next) = await SendAsync(HttpMethod.Post, $"{Demo}/versions/2/edits", new { edits }, tag, HttpStatusCode.OK);
        edited.GetProperty("publishable").GetBoolean().ShouldBeTrue();
        await SendAsync(HttpMethod.Post, $"{Demo}/versions/2/edits", new { edits }, tag, HttpStatusCode.PreconditionFailed);

        var diff = await _editor.GetFromJsonAsync<JsonElement>($"{Demo}/versions/2/diff");
        (diff.GetProperty("against").GetInt32(), diff.GetProperty("added").GetInt32(), diff.GetProperty("removed").GetInt32(), diff.GetProperty("moved").GetInt32())
            .ShouldBe((1, 1, 1, 1));
        var renumbered = diff.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("code").GetString() == "I02b");
        renumbered.GetProperty("oldCode").GetString().ShouldBe("I02");
        renumbered.GetProperty("fields")[0].GetProperty("label").GetProperty("vi").GetString().ShouldBe("Mã");

        await SendAsync(HttpMethod.Post, $"{Demo}/versions/2/publish", null, next, HttpStatusCode.NoContent);
        (await _reader.GetByteArrayAsync($"{Demo}/versions/1/export")).ShouldBe(before);
        var published = await _reader.GetFromJsonAsync<JsonElement>($"{Demo}/versions/2");
        published.ToString().ShouldContain("\"predecessor\":\"I02\"");
    }

    [Test]
    public async Task A_new_set_starts_empty_and_goes_away_with_its_only_draft()
    {
        var set = JsonDocument.Parse(PackWriter.Write(Samples.Set("fresh"))).RootElement.EnumerateObject()
            .Where(field => field.Name is not ("nodes" or "version" or "format")).ToDictionary(field => field.Name, field => field.Value);
        var (_, tag) = await SendAsync(HttpMethod.Post, "/api/v1/criteria-sets", set, null, HttpStatusCode.Created);
        await SendAsync(HttpMethod.Post, "/api/v1/criteria-sets", set, null, HttpStatusCode.Conflict);
        var (tried, same) = await SendAsync(
            HttpMethod.Post, "/api/v1/criteria-sets/fresh/versions/1/edits?dryRun=true",
            new { edits = new[] { new { op = "change_set", value = new { licence = "CC BY" } } } }, tag, HttpStatusCode.OK);
        (tried.GetProperty("publishable").GetBoolean(), same).ShouldBe((false, tag));

        await SendAsync(HttpMethod.Delete, "/api/v1/criteria-sets/fresh/versions/1", null, tag, HttpStatusCode.NoContent);

        using var gone = await _editor.GetAsync("/api/v1/criteria-sets/fresh");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await SendAsync(HttpMethod.Post, "/api/v1/criteria-sets", set, null, HttpStatusCode.Created);
    }

    [Test]
    public async Task A_published_version_is_neither_edited_nor_discarded()
    {
        var path = "/api/v1/criteria-sets/unesco-key-features/versions/1";
        using var seen = await _editor.GetAsync(path);
        object[] edits = [new { op = "change_set", value = new { licence = "mine" } }];
        await SendAsync(HttpMethod.Post, $"{path}/edits", new { edits }, seen.Headers.ETag, HttpStatusCode.Conflict);
        await SendAsync(HttpMethod.Delete, path, null, seen.Headers.ETag, HttpStatusCode.Conflict);
        (await SendAsync(HttpMethod.Get, $"{path}/diff", null, null, HttpStatusCode.NotFound)).Body.GetProperty("code").GetString()
            .ShouldBe("criteria_catalog.nothing_to_compare");
        (await SendAsync(HttpMethod.Get, $"{path}/diff?against=1", null, null, HttpStatusCode.OK)).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [TestCase("""{"edits":[null]}""", "edits[0]")]
    [TestCase("""{"edits":[{"op":"move"}]}""", "edits[0].kind")]
    [TestCase("""{"edits":[{"op":"add","kind":"node","value":[]}]}""", "edits[0].value")]
    [TestCase("""{}""", "edits")]
    public async Task What_is_missing_in_an_edit_is_named(string json, string field)
    {
        using (var pack = new ByteArrayContent(PackWriter.Write(Samples.Set("named"))))
        {
            pack.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var imported = await _editor.PostAsync("/api/v1/criteria-sets/import", pack);
        }

        using var seen = await _editor.GetAsync("/api/v1/criteria-sets/named/versions/1");
        var (problem, _) = await SendAsync(
            HttpMethod.Post, "/api/v1/criteria-sets/named/versions/1/edits", JsonDocument.Parse(json).RootElement, seen.Headers.ETag, HttpStatusCode.BadRequest);
        problem.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe(field);
    }

    [Test]
    public async Task Half_a_letter_is_refused()
    {
        using var body = new StringContent("""{"code":"\ud800"}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await _editor.PostAsync("/api/v1/criteria-sets/import", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task<(JsonElement Body, EntityTagHeaderValue? Tag)> SendAsync(
        HttpMethod method, string path, object? body, EntityTagHeaderValue? seen, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (seen is not null) request.Headers.IfMatch.Add(seen);
        using var answer = await _editor.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, text);
        return (text.Length == 0 ? default : JsonDocument.Parse(text).RootElement, answer.Headers.ETag);
    }
}

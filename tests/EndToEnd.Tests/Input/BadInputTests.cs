using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LearningCity.EndToEnd.Tests.Harness;

namespace LearningCity.EndToEnd.Tests.Input;

/// <summary>What goes wrong every day: each is refused with a code and a sentence in both languages, and leaves nothing behind.</summary>
internal sealed class BadInputTests
{
    private static readonly string[] Reporter = ["reporter"];
    private Dictionary<string, string> _settings = null!;
    private HostProcess _host = null!;
    private Caller _school = null!;
    private string _submission = null!;
    private string _ofAnother = null!;
    private string _period = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _settings = await DemonstrationCity.CopyAsync();
        _host = await HostProcess.StartAsync(_settings);
        using (var person = await Caller.SignInAsync(_host.Address, "thpt.demo@demo.learningcity.test"))
            _school = await KeyForAsync((await person.GetAsync("/api/v1/me")).GetProperty("unitId").GetString()!);
        using var other = await Caller.SignInAsync(_host.Address, "truong.demo@demo.learningcity.test");
        var periods = await _school.GetAsync("/api/v1/periods");
        _period = periods.GetProperty("items").EnumerateArray().First(period => period.GetProperty("state").GetString() == "open").GetProperty("code").GetString()!;
        _submission = await FirstAsync(_school);
        _ofAnother = await FirstAsync(other);
        await _school.GetAsync($"/api/v1/submissions/{_submission}");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _school.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public Task An_unknown_submission() => RefusedAsync(404, () => Json(HttpMethod.Put, $"/api/v1/submissions/{Guid.Empty}/cells", """{"cells":[]}"""));

    [Test]
    public Task An_unknown_indicator() => RefusedAsync(
        400, () => Json(HttpMethod.Put, $"/api/v1/submissions/{_submission}/cells", """{"cells":[{"indicatorCode":"KHONG-CO","value":1,"version":0}]}"""));

    [Test]
    public Task A_wrong_type() => RefusedAsync(400, () => Json(HttpMethod.Put, $"/api/v1/submissions/{_submission}/cells", """{"cells":"một"}"""));

    [Test]
    public Task Broken_json() => RefusedAsync(400, () => Json(HttpMethod.Put, $"/api/v1/submissions/{_submission}/cells", """{"cells":[{"""));

    [Test]
    public Task A_submission_of_another_unit() => RefusedAsync(
        403, () => Json(HttpMethod.Put, $"/api/v1/submissions/{_ofAnother}/cells", """{"cells":[]}"""));

    [Test]
    public Task A_file_that_is_not_what_it_says() => RefusedAsync(415, () => File("%MZ executable", "bao-cao.pdf"));

    [Test]
    public Task A_body_that_is_no_form_where_a_file_is_asked_for() => RefusedAsync(
        415, () => Json(HttpMethod.Post, $"/api/v1/submissions/{_submission}/evidence", "{}"));

    [Test]
    public Task Fifty_megabytes_of_json() => RefusedAsync(
        413, () => Json(HttpMethod.Put, $"/api/v1/submissions/{_submission}/cells", $$"""{"cells":[],"reason":"{{new string('x', 50 * 1024 * 1024)}}"}"""));

    [Test]
    public Task A_file_of_fifty_megabytes() => RefusedAsync(413, () => File("%PDF-1.4" + new string('x', 50 * 1024 * 1024), "bao-cao.pdf"));

    [Test]
    public Task Values_of_a_period_that_does_not_exist() => RefusedRowsAsync($$"""{"periodCode":"1999-H1","unitCode":"x","indicatorCode":"x","value":1}""");

    [Test]
    public Task Values_of_a_closed_period() => RefusedRowsAsync($$"""{"periodCode":"2024-H2","unitCode":"x","indicatorCode":"x","value":1}""");

    [Test]
    public Task Values_of_a_unit_that_does_not_exist() => RefusedRowsAsync($$"""{"periodCode":"{{_period}}","unitCode":"KHONG-CO","indicatorCode":"x","value":1}""");

    [Test]
    public Task Values_that_are_no_json() => RefusedAsync(400, () => Json(HttpMethod.Post, "/api/v1/values", "xin chào", "application/x-ndjson"));

    [Test]
    public Task A_type_of_content_that_nobody_reads() => RefusedAsync(415, () => Json(HttpMethod.Post, "/api/v1/values", "<a/>", "application/xml"));

    /// <summary>An atomic import is refused as a whole, and names the row and its field.</summary>
    private async Task RefusedRowsAsync(string row)
    {
        var problem = await RefusedAsync(409, () => Json(HttpMethod.Post, "/api/v1/values?atomic=true", row, "application/x-ndjson"), orElse: 400);
        problem.GetProperty("report").GetProperty("rejected").GetInt32().ShouldBe(1);
    }

    private async Task<JsonElement> RefusedAsync(int status, Func<HttpRequestMessage> make, int? orElse = null)
    {
        var before = await DatabaseFile.CountRowsAsync(_settings);
        var (vi, problem) = await TitleAsync(make, "vi", status, orElse);
        var (en, _) = await TitleAsync(make, "en", status, orElse);
        vi.ShouldNotBe(en);
        vi.Any(letter => !char.IsAscii(letter)).ShouldBeTrue(vi);
        (await DatabaseFile.CountRowsAsync(_settings)).ShouldBe(before);
        return problem;
    }

    private async Task<(string Title, JsonElement Problem)> TitleAsync(Func<HttpRequestMessage> make, string language, int status, int? orElse)
    {
        using var request = make();
        request.Headers.AcceptLanguage.ParseAdd(language);

        // A server that refuses a large body early does so before it is sent.
        request.Headers.ExpectContinue = true;
        using var answer = await _school.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBeOneOf([status, orElse ?? status], text);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("code").GetString()!.ShouldContain(".");
        return (problem.GetProperty("title").GetString()!, problem);
    }

    private HttpRequestMessage File(string content, string name)
    {
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return new HttpRequestMessage(HttpMethod.Post, $"/api/v1/submissions/{_submission}/evidence")
        {
            Content = new MultipartFormDataContent { { part, "file", name } },
        };
    }

    private async Task<Caller> KeyForAsync(string unitId)
    {
        using var administrator = await Caller.SignInAsync(_host.Address, "quantri@demo.learningcity.test");
        var client = await administrator.PostAsync(
            "/api/v1/api-clients", new { name = "Trường", roles = Reporter, unitId, expiresAt = TimeProvider.System.GetUtcNow().AddDays(1) });
        return Caller.WithKey(_host.Address, client.GetProperty("key").GetString()!);
    }

    private async Task<string> FirstAsync(Caller caller)
    {
        var list = await caller.GetAsync($"/api/v1/submissions?periodCode={_period}");
        return list.GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    private static HttpRequestMessage Json(HttpMethod method, string address, string body, string type = "application/json") =>
        new(method, address) { Content = new StringContent(body, Encoding.UTF8, type) };
}

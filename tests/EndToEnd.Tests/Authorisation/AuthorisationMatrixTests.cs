using LearningCity.EndToEnd.Tests.Harness;

namespace LearningCity.EndToEnd.Tests.Authorisation;

/// <summary>
/// Every operation of the API, by everybody: who gets in and who does not. An operation that is missing in the table fails, so that
/// nobody adds one without saying for whom it is.
/// </summary>
internal sealed class AuthorisationMatrixTests
{
    private readonly Dictionary<char, Caller> _callers = [];
    private HostProcess _host = null!;
    private IReadOnlyDictionary<string, string> _ids = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _host = await HostProcess.StartAsync(await DemonstrationCity.CopyAsync());
        _callers['n'] = Caller.Anonymous(_host.Address);
        _callers['o'] = await Caller.SignInAsync(_host.Address, "thpt.demo@demo.learningcity.test");
        _callers['x'] = await Caller.SignInAsync(_host.Address, "truong.demo@demo.learningcity.test");
        _callers['r'] = await Caller.SignInAsync(_host.Address, "duyet2.so@demo.learningcity.test");
        _callers['m'] = await Caller.SignInAsync(_host.Address, "chuyenvien.so@demo.learningcity.test");
        _callers['c'] = await Caller.SignInAsync(_host.Address, "banchidao@demo.learningcity.test");
        _callers['e'] = await Caller.SignInAsync(_host.Address, "bientap@demo.learningcity.test");
        _callers['k'] = await Caller.SignInAsync(_host.Address, "danhba@demo.learningcity.test");
        _callers['a'] = await Caller.SignInAsync(_host.Address, "quantri@demo.learningcity.test");
        _ids = await IdsAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        foreach (var caller in _callers.Values) caller.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task Everybody_gets_in_where_they_should_and_nowhere_else()
    {
        var description = await ApiDescription.ReadAsync(_host.Address);
        var wrong = new List<string>();
        foreach (var operation in description.Operations)
        {
            if (!AccessTable.Expected.TryGetValue(operation.ToString(), out var expected))
            {
                wrong.Add($"[\"{operation}\"] = \"{await WhoGetsInAsync(operation)}\", // is missing in the table");
                continue;
            }

            var actual = await WhoGetsInAsync(operation);
            if (actual != expected) wrong.Add($"{operation}: expected '{expected}', but in got '{actual}'");
        }

        var gone = AccessTable.Expected.Keys.Except(description.Operations.Select(operation => operation.ToString()));
        wrong.AddRange(gone.Select(operation => $"{operation} is in the table, but not in the API"));
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Test]
    public async Task Lists_show_nothing_of_units_that_one_may_not_read()
    {
        var (period, unit) = (_ids["period"], _ids["unitId"]);
        foreach (var address in (string[])[$"/api/v1/submissions?periodCode={period}&unitId={unit}", $"/api/v1/values?periodCode=2024-H2&unitId={unit}"])
        {
            (await _callers['o'].GetAsync(address)).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0, address);
            (await _callers['x'].GetAsync(address)).GetProperty("items").GetArrayLength().ShouldBe(0, address);
        }
    }

    private async Task<string> WhoGetsInAsync(Operation operation)
    {
        var inside = "";
        foreach (var (sign, caller) in _callers)
        {
            using var request = new HttpRequestMessage(operation.Method, AddressOf(operation)) { Content = ContentOf(operation) };
            using var answer = await caller.Http.SendAsync(request);
            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{operation} by {sign}: {await answer.Content.ReadAsStringAsync()}");
            if ((int)answer.StatusCode is not (401 or 403)) inside += sign;
        }

        return inside;
    }

    private string AddressOf(Operation operation)
    {
        var address = operation.Path;
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "path"))
            address = address.Replace($"{{{parameter.Name}}}", IdFor(operation.Path, parameter.Name), StringComparison.Ordinal);
        var query = operation.Parameters.Where(parameter => parameter.In == "query").Select(parameter => parameter.Name)
            .Where(_ids.ContainsKey).Select(name => $"{name}={Uri.EscapeDataString(_ids[name])}");
        return $"{address}?{string.Join('&', query)}";
    }

    /// <summary>The id that an address means: of a submission of the first reporter, of the open period, or of nothing that exists.</summary>
    private string IdFor(string path, string name)
    {
        var resource = path.Split('/')[3];
        return _ids.GetValueOrDefault($"{resource}.{name}") ?? _ids.GetValueOrDefault(name) ?? Guid.Empty.ToString();
    }

    private static HttpContent? ContentOf(Operation operation)
    {
        if (operation.Body is null && operation.ContentTypes.Count == 0) return null;
        if (operation.ContentTypes.Contains("multipart/form-data"))
        {
            var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.4"u8.ToArray()), "file", "thu.pdf" } };
            return form;
        }

        if (operation.ContentTypes.Contains("text/csv") && !operation.ContentTypes.Contains("application/json"))
            return new StringContent("code\n", System.Text.Encoding.UTF8, "text/csv");
        return new StringContent(
            AccessTable.Bodies.GetValueOrDefault(operation.ToString(), "{}"), System.Text.Encoding.UTF8, "application/json");
    }

    private async Task<IReadOnlyDictionary<string, string>> IdsAsync()
    {
        var periods = await _callers['a'].GetAsync("/api/v1/periods");
        var open = periods.GetProperty("items").EnumerateArray().First(period => period.GetProperty("state").GetString() == "open");
        var code = open.GetProperty("code").GetString()!;
        var mine = await _callers['o'].GetAsync($"/api/v1/submissions?periodCode={code}");
        var submission = mine.GetProperty("items")[0];
        return new Dictionary<string, string>
        {
            ["period"] = code,
            ["periodCode"] = code,
            ["periods.code"] = code,
            ["criteria-sets.code"] = submission.GetProperty("setCode").GetString()!,
            ["number"] = "1",
            ["cycles.code"] = "half_year",
            ["indicator"] = await IndicatorAsync(submission),
            ["submissions.id"] = submission.GetProperty("id").GetString()!,
            ["units.id"] = submission.GetProperty("unitId").GetString()!,
            ["unitId"] = submission.GetProperty("unitId").GetString()!,
            ["asOf"] = "2026-01-01",
            ["from"] = "2026-01-01",
            ["to"] = "2026-02-01",
            ["cycle"] = "half_year",
        };
    }

    private async Task<string> IndicatorAsync(System.Text.Json.JsonElement submission)
    {
        var whole = await _callers['o'].GetAsync($"/api/v1/submissions/{submission.GetProperty("id").GetString()}");
        return whole.GetProperty("cells")[0].GetProperty("indicatorCode").GetString()!;
    }
}

using System.Text;
using System.Text.Json;
using LearningCity.EndToEnd.Tests.Harness;

namespace LearningCity.EndToEnd.Tests.Stories;

/// <summary>The main story as other systems live it: over the API, with API keys.</summary>
internal sealed class ApiStoryTests
{
    private HostProcess _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _host = await HostProcess.StartAsync(await DemonstrationCity.CopyAsync());

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    [Test]
    public async Task A_report_goes_from_the_first_figure_to_the_roll_up_and_into_a_briefing()
    {
        using var school = Caller.WithKey(_host.Address, await KeyForAsync("thpt.demo", "reporter"));
        using var department = Caller.WithKey(_host.Address, await KeyForAsync("duyet2.so", "reviewer"));
        using var committee = Caller.WithKey(_host.Address, await KeyForAsync(null, "committee_member"));
        var period = await OpenPeriodAsync(school);
        var submission = (await school.GetAsync($"/api/v1/submissions?periodCode={period}")).GetProperty("items")[0];
        var id = submission.GetProperty("id").GetString()!;
        var cells = await CellsAsync(school, id);
        var counted = cells.First(cell => cell.ValueType == "count");
        var before = await FigureAsync(committee, period, counted.Code);

        // The school reports 41, with evidence.
        await school.SendAsync(HttpMethod.Put, $"/api/v1/submissions/{id}/cells", new { cells = cells.Select(cell => cell.Filled(41)) });
        await AttachAsync(school, id);
        await school.PostAsync($"/api/v1/submissions/{id}/submit");

        // The Department returns one cell; the school answers 42.
        await department.PostAsync($"/api/v1/submissions/{id}/review");
        await department.PostAsync(
            $"/api/v1/submissions/{id}/return", new { cells = new[] { new { indicatorId = counted.IndicatorId, reason = "Chưa khớp với minh chứng." } } });
        await school.SendAsync(
            HttpMethod.Put, $"/api/v1/submissions/{id}/cells", new { reason = "Đã rà soát.", cells = new[] { counted.Filled(42) } });
        await school.PostAsync($"/api/v1/submissions/{id}/submit");

        // The Department approves exactly what it has seen; the city's figure has grown by 42.
        var version = (await department.GetAsync($"/api/v1/submissions/{id}")).GetProperty("version").GetInt32();
        await department.PostAsync($"/api/v1/submissions/{id}/approve", ifMatch: $"\"{version}\"");
        var after = await UntilAsync(() => FigureAsync(committee, period, counted.Code), figure => figure.Approved > before.Approved);
        after.Approved.ShouldBe(before.Approved + 1);
        after.Value.ShouldBe(before.Value + 42);

        var briefing = await committee.PostAsync("/api/v1/briefings", new { period = "2024-H2", treeDate = "2024-10-31" });
        var address = $"/api/v1/briefings/{briefing.GetProperty("id").GetString()}";
        await UntilAsync(() => committee.GetAsync(address), made => made.GetProperty("state").GetString() == "made");
        var file = await committee.Http.GetByteArrayAsync(new Uri($"{address}/pdf", UriKind.Relative));
        Encoding.ASCII.GetString(file, 0, 5).ShouldBe("%PDF-");
    }

    /// <summary>A key that may do what a role may, for the unit of a person of the demonstration city, or everywhere.</summary>
    private async Task<string> KeyForAsync(string? personOfUnit, string role)
    {
        string? unitId = null;
        if (personOfUnit is not null)
        {
            using var person = await Caller.SignInAsync(_host.Address, $"{personOfUnit}@demo.learningcity.test");
            unitId = (await person.GetAsync("/api/v1/me")).GetProperty("unitId").GetString();
        }

        using var administrator = await Caller.SignInAsync(_host.Address, "quantri@demo.learningcity.test");
        var client = await administrator.PostAsync(
            "/api/v1/api-clients", new { name = $"Thử {role}", roles = new[] { role }, unitId, expiresAt = TimeProvider.System.GetUtcNow().AddDays(1) });
        return client.GetProperty("key").GetString()!;
    }

    private static async Task<string> OpenPeriodAsync(Caller caller) =>
        (await caller.GetAsync("/api/v1/periods")).GetProperty("items").EnumerateArray()
        .First(period => period.GetProperty("state").GetString() == "open").GetProperty("code").GetString()!;

    /// <summary>The cells owed, with what each takes as the catalogue says.</summary>
    private static async Task<List<Cell>> CellsAsync(Caller school, string id)
    {
        var submission = await school.GetAsync($"/api/v1/submissions/{id}");
        var version = await school.GetAsync(
            $"/api/v1/criteria-sets/{submission.GetProperty("setCode").GetString()}/versions/{submission.GetProperty("setVersion").GetInt32()}");
        var types = new Dictionary<string, (string ValueType, string? Level)>();
        Collect(version, types);
        return [.. submission.GetProperty("cells").EnumerateArray().Select(cell =>
        {
            var code = cell.GetProperty("indicatorCode").GetString()!;
            return new Cell(cell.GetProperty("indicatorId").GetString()!, code, types[code].ValueType, types[code].Level);
        })];
    }

    private static void Collect(JsonElement element, Dictionary<string, (string ValueType, string? Level)> types)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Collect(item, types);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("valueType", out var type))
            {
                var levels = element.TryGetProperty("levels", out var scale) && scale.ValueKind == JsonValueKind.Array ? scale.EnumerateArray().ToList() : [];
                types[element.GetProperty("code").GetString()!] = (type.GetString()!, levels.Count > 0 ? levels[0].GetProperty("code").GetString() : null);
            }

            foreach (var property in element.EnumerateObject()) Collect(property.Value, types);
        }
    }

    private static async Task AttachAsync(Caller school, string id)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.4\n%%EOF"u8.ToArray()), "file", "quyet-dinh.pdf" } };
        using var answer = await school.Http.PostAsync(new Uri($"/api/v1/submissions/{id}/evidence", UriKind.Relative), form);
        ((int)answer.StatusCode).ShouldBe(201, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(decimal Value, int Approved)> FigureAsync(Caller caller, string period, string indicator)
    {
        var figure = (await caller.GetAsync($"/api/v1/analytics/rollups?period={period}&indicator={indicator}")).GetProperty("items")[0];
        var value = figure.GetProperty("value");
        return (value.ValueKind == JsonValueKind.Null ? 0 : value.GetDecimal(), figure.GetProperty("approved").GetInt32());
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T>> ask, Func<T, bool> isThere)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var answer = await ask();
            if (isThere(answer)) return answer;
            await Task.Delay(200, timeout.Token);
        }
    }

    /// <summary>A cell and what it takes.</summary>
    private sealed record Cell(string IndicatorId, string Code, string ValueType, string? Level)
    {
        internal object Filled(int number) => ValueType switch
        {
            "percent" or "ratio" => new { indicatorId = IndicatorId, numerator = number, denominator = 60, comment = "Theo sổ theo dõi." },
            "yes_no" => new { indicatorId = IndicatorId, value = true, comment = "Theo sổ theo dõi." },
            "level" or "rating" when Level is not null => new { indicatorId = IndicatorId, value = Level, comment = "Theo sổ theo dõi." },
            "text" => new { indicatorId = IndicatorId, value = "Đã thực hiện" },
            _ => (object)new { indicatorId = IndicatorId, value = number, comment = "Theo sổ theo dõi." },
        };
    }
}

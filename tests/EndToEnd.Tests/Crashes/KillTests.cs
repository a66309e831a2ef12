using System.Text;
using System.Text.Json;
using LearningCity.EndToEnd.Tests.Harness;

namespace LearningCity.EndToEnd.Tests.Crashes;

/// <summary><c>kill -9</c> at the worst moments: after a restart on the same data nothing is lost and nothing counts twice.</summary>
internal sealed class KillTests
{
    private const string Reviewer = "duyet2.so@demo.learningcity.test";
    private const string Approved = "SELECT COUNT(*) FROM submissions_submissions WHERE state = 'approved'";
    private static readonly string[] Permissions = ["submissions.import", "submissions.read", "reporting_periods.read"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task An_import_that_was_killed_is_sent_again_and_every_cell_is_set_once()
    {
        // The blow is meant to fall between two chunks; where the import was quicker, another city is struck.
        for (var attempt = 0; attempt < 4; attempt++)
        {
            if (await KillAnImportAsync()) return;
        }

        Assert.Fail("No import was struck between two chunks.");
    }

    private static async Task<bool> KillAnImportAsync()
    {
        var settings = await DemonstrationCity.CopyAsync();

        // As durable as in production, and so as slow.
        settings["Database:Synchronous"] = "full";
        var host = await HostProcess.StartAsync(settings);
        await using var hosts = new Hosts(host);
        var key = await KeyAsync(host.Address);
        var (period, rows) = await RowsAsync(host.Address, key);
        rows.Count.ShouldBeGreaterThan(1000);
        using (var caller = Caller.WithKey(host.Address, key))
        {
            using var watch = new CancellationTokenSource(Patience);
            var sending = SendAsync(caller, rows);
            var writing = DatabaseFile.WaitUntilAboveAsync(
                settings, "SELECT COALESCE(SUM(units_applied), 0) FROM submissions_import_batches WHERE finished_at IS NULL", 0, watch.Token);
            if (await Task.WhenAny(sending, writing) == sending)
            {
                await watch.CancelAsync();
                await writing.ShouldThrowAsync<OperationCanceledException>();
                return false;
            }

            await writing;
            await host.KillAsync();
            await sending;
        }

        hosts.Add(host = await HostProcess.StartAsync(settings));
        using var again = Caller.WithKey(host.Address, key);
        var report = (await SendAsync(again, rows))!.Value;
        var (changed, unchanged) = (report.GetProperty("changed").GetInt32(), report.GetProperty("unchanged").GetInt32());
        report.GetProperty("rejected").GetInt32().ShouldBe(0, report.ToString());
        unchanged.ShouldBeGreaterThan(0, "what was written before the blow was lost");
        (unchanged + changed).ShouldBe(rows.Count);
        var third = (await SendAsync(again, rows))!.Value;
        third.GetProperty("unchanged").GetInt32().ShouldBe(rows.Count);
        await EqualsFullRecomputeAsync(host.Address, period);
        return changed > 0;
    }

    [Test]
    public async Task Approvals_that_were_killed_are_done_or_not_done_and_count_once()
    {
        var settings = await DemonstrationCity.CopyAsync();
        var host = await HostProcess.StartAsync(settings);
        await using var hosts = new Hosts(host);
        var (period, waiting) = await WaitingAsync(host.Address);
        var before = await DatabaseFile.NumberAsync(settings, Approved);
        using (var reviewer = await Caller.SignInAsync(host.Address, Reviewer))
        {
            using var watch = new CancellationTokenSource(Patience);
            var approving = ApproveAsync(reviewer, waiting);
            await DatabaseFile.WaitUntilAboveAsync(settings, Approved, before, watch.Token);
            await host.KillAsync();
            await approving;
        }

        hosts.Add(host = await HostProcess.StartAsync(settings));
        using (var reviewer = await Caller.SignInAsync(host.Address, Reviewer)) await ApproveAsync(reviewer, (await WaitingAsync(host.Address)).Submissions);
        (await DatabaseFile.NumberAsync(settings, Approved)).ShouldBe(before + waiting.Count);
        (await DatabaseFile.NumberAsync(settings, """
            SELECT COUNT(*) FROM (SELECT submission_id FROM submissions_sheet_versions WHERE counts = 1 GROUP BY submission_id HAVING COUNT(*) > 1)
            """)).ShouldBe(0);
        await EqualsFullRecomputeAsync(host.Address, period);
    }

    [Test]
    public async Task What_was_approved_but_not_told_before_the_kill_is_told_after_it()
    {
        var settings = await DemonstrationCity.CopyAsync();
        var host = await HostProcess.StartAsync(new Dictionary<string, string>(settings) { ["Relay:Enabled"] = "false" });
        await using var hosts = new Hosts(host);
        var (period, waiting) = await WaitingAsync(host.Address);
        using (var reviewer = await Caller.SignInAsync(host.Address, Reviewer)) await ApproveAsync(reviewer, waiting);
        await host.KillAsync();
        (await DatabaseFile.NumberAsync(settings, Undelivered)).ShouldBeGreaterThan(0);

        hosts.Add(host = await HostProcess.StartAsync(settings));
        await AllDeliveredAsync(settings);
        await EqualsFullRecomputeAsync(host.Address, period);
    }

    private const string Undelivered = "SELECT COUNT(*) FROM platform_outbox WHERE delivered_at IS NULL";

    private static async Task AllDeliveredAsync(IReadOnlyDictionary<string, string> settings)
    {
        using var timeout = new CancellationTokenSource(Patience);
        while (await DatabaseFile.NumberAsync(settings, Undelivered) > 0) await Task.Delay(100, timeout.Token);
    }

    /// <summary>The live figures are those that a full recompute of the approved sheets gives.</summary>
    private static async Task EqualsFullRecomputeAsync(Uri address, string period)
    {
        using var administrator = await Caller.SignInAsync(address, "quantri@demo.learningcity.test");
        var outcome = await administrator.PostAsync("/api/v1/analytics/recompute", new { period });
        outcome.GetProperty("equal").GetBoolean().ShouldBeTrue(outcome.ToString());
    }

    private static async Task ApproveAsync(Caller reviewer, IReadOnlyList<(string Id, int Version)> submissions)
    {
        foreach (var some in submissions.Chunk(500))
        {
            try
            {
                var outcomes = await reviewer.PostAsync(
                    "/api/v1/submissions/approve", new { submissions = some.Select(item => new { id = item.Id, version = item.Version }) });
                outcomes.EnumerateArray().Count().ShouldBe(some.Length);
            }
            catch (HttpRequestException)
            {
                // The host was killed.
                return;
            }
        }
    }

    /// <summary>What waits for the Department's review in the open period.</summary>
    private static async Task<(string Period, IReadOnlyList<(string Id, int Version)> Submissions)> WaitingAsync(Uri address)
    {
        using var reviewer = await Caller.SignInAsync(address, Reviewer);
        var period = await OpenPeriodAsync(reviewer);
        var me = (await reviewer.GetAsync("/api/v1/me")).GetProperty("unitId").GetString();
        var waiting = await ListAsync(reviewer, $"/api/v1/submissions?periodCode={period}&state=submitted&reviewerUnitId={me}");
        return (period, [.. waiting.Select(item => (item.GetProperty("id").GetString()!, item.GetProperty("version").GetInt32()))]);
    }

    private static async Task<string> OpenPeriodAsync(Caller caller) =>
        (await caller.GetAsync("/api/v1/periods")).GetProperty("items").EnumerateArray()
        .First(period => period.GetProperty("state").GetString() == "open").GetProperty("code").GetString()!;

    /// <summary>"Not available" for every cell of every unit that has not handed in yet: right for every indicator.</summary>
    private static async Task<(string Period, IReadOnlyList<string> Rows)> RowsAsync(Uri address, string key)
    {
        using var caller = Caller.WithKey(address, key);
        var period = await OpenPeriodAsync(caller);
        var rows = new List<string>();
        var owed = new Dictionary<(string? Set, string Letters), string?[]>();
        List<JsonElement> open =
        [
            .. await ListAsync(caller, $"/api/v1/submissions?periodCode={period}&state=not_started"),
            .. await ListAsync(caller, $"/api/v1/submissions?periodCode={period}&state=draft"),
        ];
        foreach (var item in open)
        {
            // Units of a type owe the same cells; the letters of a code name the type.
            var set = item.GetProperty("setCode").GetString();
            var kind = (set, string.Concat(item.GetProperty("unitCode").GetString()!.TakeWhile(letter => !char.IsAsciiDigit(letter))));
            if (!owed.TryGetValue(kind, out var indicators)) owed[kind] = indicators = await IndicatorsAsync(caller, item);
            rows.AddRange(indicators.Select(indicator => JsonSerializer.Serialize(new
            {
                periodCode = period,
                unitCode = item.GetProperty("unitCode").GetString(),
                setCode = set,
                indicatorCode = indicator,
                state = "not_available",
                comment = "Chưa có số liệu",
            })));
        }

        return (period, rows);
    }

    private static async Task<string?[]> IndicatorsAsync(Caller caller, JsonElement submission)
    {
        var whole = await caller.GetAsync($"/api/v1/submissions/{submission.GetProperty("id").GetString()}");
        return [.. whole.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("indicatorCode").GetString())];
    }

    private static async Task<List<JsonElement>> ListAsync(Caller caller, string address)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await caller.GetAsync($"{address}&limit=100{(cursor is null ? "" : $"&cursor={cursor}")}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);
        return items;
    }

    private static async Task<string> KeyAsync(Uri address)
    {
        using var administrator = await Caller.SignInAsync(address, "quantri@demo.learningcity.test");
        var client = await administrator.PostAsync("/api/v1/api-clients", new
        {
            name = "Thử ngắt điện",
            permissions = Permissions,
            expiresAt = TimeProvider.System.GetUtcNow().AddDays(1),
        });
        return client.GetProperty("key").GetString()!;
    }

    /// <summary>The report; null where the host was killed before it could answer.</summary>
    private static async Task<JsonElement?> SendAsync(Caller caller, IReadOnlyList<string> rows)
    {
        using var content = new StringContent(string.Join('\n', rows), Encoding.UTF8, "application/x-ndjson");
        try
        {
            using var answer = await caller.Http.PostAsync(new Uri("/api/v1/values", UriKind.Relative), content);
            var text = await answer.Content.ReadAsStringAsync();
            answer.IsSuccessStatusCode.ShouldBeTrue(text);
            return JsonDocument.Parse(text).RootElement;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Whatever happens, no host outlives its test.</summary>
    private sealed class Hosts(HostProcess first) : IAsyncDisposable
    {
        private readonly List<HostProcess> _hosts = [first];

        public void Add(HostProcess host) => _hosts.Add(host);

        public async ValueTask DisposeAsync()
        {
            foreach (var host in _hosts) await host.DisposeAsync();
        }
    }
}

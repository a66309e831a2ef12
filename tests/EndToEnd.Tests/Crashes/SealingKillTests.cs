using System.Text.Json;
using LearningCity.EndToEnd.Tests.Harness;

namespace LearningCity.EndToEnd.Tests.Crashes;

/// <summary>
/// A report of a sealed period is corrected, and the host is killed while the next edition is sealed: it is there whole or not at all, once,
/// and the edition before says what it always said.
/// </summary>
internal sealed class SealingKillTests
{
    private const string Period = "2026-H1";
    private const string Editions = $"SELECT COUNT(*) FROM analytics_editions WHERE period_code = '{Period}'";
    private const string Held = "SELECT COUNT(*) FROM platform_claims WHERE key LIKE 'submissions.sealing/%'";
    private const string Orphans =
        "SELECT (SELECT COUNT(*) FROM analytics_edition_items WHERE edition_id NOT IN (SELECT id FROM analytics_editions))"
        + " + (SELECT COUNT(*) FROM analytics_rollups WHERE edition_id NOT IN (SELECT id FROM analytics_editions)"
        + " AND hex(edition_id) <> '00000000000000000000000000000000' AND edition_id <> '00000000-0000-0000-0000-000000000000')";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task An_edition_that_was_struck_while_it_was_sealed_is_there_once_or_not_at_all()
    {
        var settings = await DemonstrationCity.CopyAsync();
        settings["Host:Name"] = "one";
        await CorrectAsync(settings);
        for (var blow = 0; blow < 3 && await DatabaseFile.NumberAsync(settings, Editions) == 1; blow++)
        {
            await using var host = await HostProcess.StartAsync(settings);
            using var manager = await Caller.SignInAsync(host.Address, "chuyenvien.so@demo.learningcity.test");
            var sealing = SealAsync(manager);
            using var watch = new CancellationTokenSource(Patience);
            await Task.WhenAny(sealing, DatabaseFile.WaitUntilAboveAsync(settings, Held, 0, watch.Token));
            await Task.Delay(150 * blow, watch.Token);
            await host.KillAsync();
            await sealing;
            (await DatabaseFile.NumberAsync(settings, Orphans)).ShouldBe(0);
        }

        await using var last = await HostProcess.StartAsync(settings);
        using var again = await Caller.SignInAsync(last.Address, "chuyenvien.so@demo.learningcity.test");
        if (await DatabaseFile.NumberAsync(settings, Editions) == 1) (await SealAsync(again)).ShouldBeTrue();
        (await DatabaseFile.NumberAsync(settings, Editions)).ShouldBe(2);
        (await DatabaseFile.NumberAsync(settings, "SELECT COUNT(*) FROM platform_outbox WHERE name = 'reporting_periods.edition_sealed.v1' AND payload LIKE '%2026-H1%'"))
            .ShouldBe(2);
        var list = (await again.GetAsync($"/api/v1/editions?period={Period}")).GetProperty("items").EnumerateArray().ToList();
        foreach (var edition in list)
            (await again.PostAsync($"/api/v1/editions/{Id(edition)}/verify", new { })).GetProperty("isIntact").GetBoolean().ShouldBeTrue(edition.ToString());
        var restated = (await again.GetAsync($"/api/v1/editions/{Id(list[0])}/restatements")).GetProperty("items").EnumerateArray().ToList();
        restated.ShouldHaveSingleItem().GetProperty("why").GetString()!.ShouldContain("Nhập thiếu một lớp");
    }

    /// <summary>The Department opens a correction of a sealed report, the school answers, the Department approves.</summary>
    private static async Task CorrectAsync(Dictionary<string, string> settings)
    {
        await using var host = await HostProcess.StartAsync(settings);
        using var reviewer = await Caller.SignInAsync(host.Address, "duyet2.so@demo.learningcity.test");
        using var school = await Caller.SignInAsync(host.Address, "thpt.demo@demo.learningcity.test");
        var submission = Id((await school.GetAsync($"/api/v1/submissions?periodCode={Period}")).GetProperty("items")[0]);
        var cell = (await school.GetAsync($"/api/v1/submissions/{submission}")).GetProperty("cells").EnumerateArray()
            .First(one => one.GetProperty("state").GetString() == "reported" && one.GetProperty("value").ValueKind == JsonValueKind.Number);
        var indicator = cell.GetProperty("indicatorId").GetString();
        await reviewer.PostAsync($"/api/v1/submissions/{submission}/return", new { cells = new[] { new { indicatorId = indicator, reason = "Nhập thiếu một lớp" } } });
        var value = cell.GetProperty("value").GetDecimal() == 1 ? 2 : 1;
        await school.SendAsync(
            HttpMethod.Put,
            $"/api/v1/submissions/{submission}/cells",
            new { cells = new[] { new { indicatorCode = cell.GetProperty("indicatorCode").GetString(), value, comment = "Đã bổ sung lớp thiếu" } } });
        await school.PostAsync($"/api/v1/submissions/{submission}/submit", new { });
        var version = (await reviewer.GetAsync($"/api/v1/submissions/{submission}")).GetProperty("version").GetInt32();
        await reviewer.PostAsync($"/api/v1/submissions/{submission}/approve", new { }, $"\"{version}\"");
        using var timeout = new CancellationTokenSource(Patience);
        while (await DatabaseFile.NumberAsync(settings, "SELECT COUNT(*) FROM platform_outbox WHERE delivered_at IS NULL") > 0
            || await DatabaseFile.NumberAsync(settings, "SELECT COUNT(*) FROM analytics_dirty_units") > 0)
            await Task.Delay(100, timeout.Token);
    }

    /// <summary>Whether it was sealed; false where the host was killed before it could answer.</summary>
    private static async Task<bool> SealAsync(Caller manager)
    {
        try
        {
            await manager.PostAsync("/api/v1/editions", new { period = Period, edition = 2, kind = "correction", statement = "Một trường nhập thiếu một lớp" });
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Id(JsonElement resource) => resource.GetProperty("id").GetString()!;
}

using System.Text;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application.ReferenceSeries;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Application.ReferenceSeries;

/// <summary>A series over its releases, on a real database.</summary>
internal sealed class SeriesLifeTests(string database) : CityTest(database)
{
    private const string Header = "unitCode,date,ageGroup,sex,value\n";

    private const string First = Header
        + "26734,2024-07-01,15-60,,900\n26734,2025-07-01,15-60,,1000\n26734,2025-07-01,15-60,female,520\n26737,2025-07-01,15-60,,2000\n26737,2025-07-01,,,3000.5\n";

    private const string Second = Header + "26734,2025-07-01,15-60,,1100\n26737,2025-07-01,15-60,,\n26737,2025-07-01,,,3000.5\n26740,2025-07-01,15-60,,50\n";

    [Test]
    public async Task A_release_restates_and_earlier_ones_read_as_before()
    {
        await ImportedAsync("restated", First, Second);

        (await ValuesAsync("restated", 1)).ShouldBe(["2024-07-01 26734 900", "2025-07-01 26734 1000", "2025-07-01 26734 female 520", "2025-07-01 26737 3000.5", "2025-07-01 26737 2000"], ignoreOrder: true);
        (await ValuesAsync("restated", null)).ShouldBe(["2024-07-01 26734 900", "2025-07-01 26734 1100", "2025-07-01 26734 female 520", "2025-07-01 26737 3000.5", "2025-07-01 26740 50"], ignoreOrder: true);
        var changes = (await Send(new ListSeriesChanges("restated", 1, 2))).Value.Items;
        changes.Select(change => (change.UnitCode, change.Before, change.After)).ShouldBe([("26734", 1000m, 1100m), ("26737", 2000m, null), ("26740", null, 50m)]);
        var releases = (await Send(new ListReleases("restated"))).Value.Items;
        releases.Select(release => (release.Number, release.Added, release.Restated, release.Unchanged)).ShouldBe([(2, 1, 2, 1), (1, 5, 0, 0)]);
    }

    [Test]
    public async Task Other_modules_read_the_latest_day_that_is_the_units_own()
    {
        await ImportedAsync("asked", First, Second);
        var since = new DateOnly(2020, 1, 1);
        ReferenceUnit[] units = [new("26734", since), new("26737", since), new("99999", since)];

        var values = await Send(new FindReferenceValues("asked", units, new DateOnly(2026, 6, 14), "15-60"));
        values.ShouldBe([new ReferenceValue("26734", new(2025, 7, 1), 1100, 2)]);
        (await Send(new FindReferenceValues("asked", units, new DateOnly(2026, 6, 14), "15-60", Release: 1))).Select(value => value.Value).ShouldBe([1000m, 2000m], ignoreOrder: true);
        (await Send(new FindReferenceValues("asked", units, new DateOnly(2025, 6, 30), "15-60"))).ShouldBe([new("26734", new(2024, 7, 1), 900, 1)]);
        (await Send(new FindReferenceValues("asked", units, new DateOnly(2026, 6, 14), "15-60", PopulationSex.Female))).Single().Value.ShouldBe(520);

        // The code meant another unit until the reform: what was observed of that one is not taken.
        ReferenceUnit[] reused = [new("26734", new(2025, 7, 1))];
        (await Send(new FindReferenceValues("asked", reused, new DateOnly(2025, 6, 30), "15-60"))).ShouldBeEmpty();
    }

    [Test]
    public async Task A_dry_run_reports_and_stores_nothing()
    {
        await ImportedAsync("tried", First);
        var report = (await ImportAsync("tried", Second, dryRun: true)).Value;
        (report.Release, report.Added, report.Restated, report.Unchanged).ShouldBe((2, 1, 2, 1));
        (await ImportAsync("tried", Header + "1,bad,,,1\n", dryRun: true)).Value.Problems.ShouldHaveSingleItem().Field.ShouldBe("rows[2].date");
        (await Send(new ListReleases("tried"))).Value.Items.Count.ShouldBe(1);
    }

    [Test]
    public async Task A_file_with_a_problem_is_refused_whole_and_one_that_says_nothing_new_is_no_release()
    {
        await ImportedAsync("refused", First);
        var refused = await ImportAsync("refused", First + "26740,2025-07-01,,,x\n");
        refused.Failures.Select(failure => (failure.Code, failure.Field)).ShouldBe(
            [("criteria_catalog.series_rows_refused", null), ("criteria_catalog.series_value_malformed", "rows[7].value")]);
        (await ImportAsync("refused", First)).Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.series_nothing_new");
        (await Send(new ListReleases("refused"))).Value.Items.Count.ShouldBe(1);
    }

    [Test]
    public async Task Of_two_imports_at_once_each_becomes_a_release_or_is_told()
    {
        await DefineAsync("at-once");
        var outcomes = await Task.WhenAll(ImportAsync("at-once", First), ImportAsync("at-once", Second));
        var releases = (await Send(new ListReleases("at-once"))).Value.Items;
        releases.Count.ShouldBe(outcomes.Count(outcome => outcome.Succeeded));
        outcomes.Where(outcome => !outcome.Succeeded).ShouldAllBe(outcome => outcome.Failures[0].Definition == PlatformFailures.Stale);
    }

    [Test]
    public async Task A_code_names_one_series()
    {
        await DefineAsync("taken");
        (await DefineAsync("taken")).Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.series_code_taken");
        (await DefineAsync("Không hợp")).Failures.ShouldHaveSingleItem().Field.ShouldBe("code");
    }

    private Task<Result<string>> DefineAsync(string code) =>
        Send(new DefineSeries(code, new("Dân số", "Population"), new("người", "people"), 0, "Cục Thống kê"));

    private Task<Result<ReleaseReport>> ImportAsync(string code, string csv, bool dryRun = false) => Send(new ImportRelease(
        code, "Niên giám", "Trang 12", new DateOnly(2025, 8, 1), Encoding.UTF8.GetBytes(csv), ReleaseFormat.Csv, dryRun));

    private async Task ImportedAsync(string code, params string[] files)
    {
        (await DefineAsync(code)).Succeeded.ShouldBeTrue();
        foreach (var file in files) (await ImportAsync(code, file)).Succeeded.ShouldBeTrue();
    }

    /// <summary>Every value, read in pages of two.</summary>
    private async Task<IReadOnlyList<string>> ValuesAsync(string code, int? release)
    {
        var all = new List<string>();
        string? cursor = null;
        do
        {
            var page = (await Send(new ListObservations(code, release, Cursor: cursor, Limit: 2))).Value;
            all.AddRange(page.Items.Select(o => string.Join(' ', ((string[])[
                $"{o.Date:yyyy-MM-dd}", o.UnitCode, o.Sex == PopulationSex.Total ? "" : "female", $"{o.Value:0.######}"]).Where(part => part.Length > 0))));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return all;
    }
}

using System.Diagnostics;
using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Benchmarks;

/// <summary>
/// M6. Briefs of all wards in one run, from the request to the stored PDF, against as many times one cold brief: a browser started for one
/// document and ended after it.
/// </summary>
internal sealed class UnitBriefs : Benchmark
{
    internal override string Name => "M6";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        await using var scratch = await Scratch.CreateAsync("sqlite", options);
        await using var city = await City.StartAsync(scratch, demonstration: true);
        var period = await city.UseAsync<AnalyticsDbContext, RollupPeriod>(db => db.Periods.AsNoTracking().OrderByDescending(p => p.TreeDate).FirstAsync(p => p.TreeDate < new DateOnly(2026, 7, 1)));
        while ((await city.SendAsync(new MakeBriefings())).Made > 0)
        {
            // What the closing of periods scheduled.
        }

        var started = Stopwatch.GetTimestamp();
        var run = await city.SendAsync(new RequestUnitBriefs(period.PeriodCode));
        for (var made = 0; made < run.Requested;)
        {
            var outcome = await city.SendAsync(new MakeBriefings());
            if (outcome.Made == 0) throw new InvalidOperationException($"{made} of {run.Requested} briefs were made.");
            made += outcome.Made;
        }

        var whole = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var brief = await city.UseAsync<AnalyticsDbContext, Briefing>(db => db.Briefings.AsNoTracking().FirstAsync(b => b.Kind == DocumentKind.UnitBrief));
        var html = (await city.UseAsync<IBriefingPaper, DrawnDocument>(paper => paper.DrawAsync(brief, CancellationToken.None))).Html!;
        var cold = new List<double>();
        for (var i = 0; i < 3; i++) cold.Add(await ColdAsync(html));
        yield return new Figure($"M6.{run.Requested}_briefs", whole, "s", cold.Order().ElementAt(1) * run.Requested);
    }

    private static async Task<double> ColdAsync(string html)
    {
        var folder = Directory.CreateTempSubdirectory("learningcity-cold-");
        var page = Path.Combine(folder.FullName, "brief.html");
        await File.WriteAllTextAsync(page, html);
        var started = Stopwatch.GetTimestamp();
        using var browser = Process.Start(new ProcessStartInfo(
            "chromium",
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={folder.FullName}/profile", "--no-pdf-header-footer",
                $"--print-to-pdf={folder.FullName}/brief.pdf", page])
        { RedirectStandardError = true })!;
        await browser.StandardError.ReadToEndAsync();
        await browser.WaitForExitAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (!File.Exists(Path.Combine(folder.FullName, "brief.pdf"))) throw new InvalidOperationException("The cold browser printed nothing.");
        folder.Delete(recursive: true);
        return seconds;
    }
}

using System.Diagnostics;
using LearningCity.Analytics.Application.Briefings;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Benchmarks;

/// <summary>
/// M5. Briefings of the demonstration city from the request to the stored PDF, against the same warm browser printing the same documents
/// as ready HTML.
/// </summary>
internal sealed class BriefingPdf : Benchmark
{
    private const int Briefings = 5;

    internal override string Name => "M5";

    internal override async IAsyncEnumerable<Figure> RunAsync(Options options)
    {
        await using var scratch = await Scratch.CreateAsync("sqlite", options);
        await using var city = await City.StartAsync(scratch, demonstration: true);
        var period = await city.UseAsync<AnalyticsDbContext, RollupPeriod>(db => db.Periods.AsNoTracking().OrderByDescending(p => p.TreeDate).FirstAsync(p => p.TreeDate < new DateOnly(2026, 7, 1)));

        // What the closing of periods scheduled, and one more for the browser to start and for the code to be compiled.
        await city.SendAsync(new MakeBriefings());
        await MakeAsync(city, period, 1);

        // The very document that the product makes: paper of another kind or period has other pages.
        var briefing = await city.UseAsync<AnalyticsDbContext, Briefing>(db => db.Briefings.AsNoTracking()
            .FirstAsync(made => made.PeriodId == period.PeriodId && made.Kind == DocumentKind.Briefing && !made.Scheduled));
        var document = (await city.UseAsync<IBriefingPaper, DrawnDocument>(paper => paper.DrawAsync(briefing, CancellationToken.None))).Html!;
        await PrintAsync(city, document, 1);

        var (product, bare) = (new List<double>(), new List<double>());
        for (var i = 0; i < 3; i++)
        {
            bare.Add(await PrintAsync(city, document, Briefings));
            product.Add(await MakeAsync(city, period, Briefings));
        }

        var pages = await city.UseAsync<AnalyticsDbContext, int>(db => db.Briefings.Where(made => made.Id == briefing.Id).Select(made => made.Pages).SingleAsync());
        yield return new Figure($"M5.{pages}_pages", product.Order().ElementAt(1) / Briefings, "s", bare.Order().ElementAt(1) / Briefings);
    }

    private static async Task<double> MakeAsync(City city, RollupPeriod period, int count)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++) await city.SendAsync(new RequestBriefing(period.PeriodCode, period.TreeDate));
        var outcome = await city.SendAsync(new MakeBriefings());
        if (outcome.Made != count) throw new InvalidOperationException($"{outcome.Made} of {count} briefings were made.");
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<double> PrintAsync(City city, string document, int count)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var printed = await city.UseAsync<IPdfPrinter, BuildingBlocks.Results.Result<byte[]>>(printer => printer.PrintAsync(document, CancellationToken.None));
            if (!printed.Succeeded) throw new InvalidOperationException(printed.Failures[0].Code);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}

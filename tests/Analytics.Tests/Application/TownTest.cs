using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Application.Rollups;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Testing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Analytics.Tests.Application;

/// <summary>Tests in the small town; each test opens a period of its own.</summary>
internal abstract class TownTest(string database) : CityTest(database)
{
    private static int _periods;

    private protected Town Town { get; } = new();

    protected override void Configure(IServiceCollection services) => Town.Register(services);

    /// <summary>Opens a period that no other test uses, and folds what it expects.</summary>
    protected async Task<Period> OpenAsync()
    {
        var year = 2000 + Interlocked.Increment(ref _periods);
        var period = Town.AddPeriod($"{year}-H1", new DateOnly(year - 1, 12, 15), new DateOnly(year, 6, 14));
        await TellAsync(new PeriodOpened(Ids.New(), period.Id, period.Code));
        await FoldAsync();
        return period;
    }

    /// <summary>A second host on the same database.</summary>
    protected Task<CityHost> StartSecondHostAsync() => CityHost.StartAsync(
        Database, new Dictionary<string, string?>(Settings ?? new Dictionary<string, string?>()) { ["Host:Name"] = "second" }, Town.Register);

    /// <summary>Tells of an event as the relay would.</summary>
    protected Task TellAsync(IIntegrationEvent happened, CityHost? host = null) => (host ?? City).UseAsync<IPublisher, int>(async publisher =>
    {
        await publisher.Publish(happened);
        return 0;
    });

    protected async Task ApproveAsync(Period period, Guid unit, params SheetCell[] cells)
    {
        Town.Approve(period.Id, unit, cells);
        await TellAsync(new SubmissionApproved(Ids.New(), unit, unit, period.Id, Town.VersionId, 1));
    }

    private protected async Task<FoldOutcome> FoldAsync(CityHost? host = null)
    {
        var folded = await (host ?? City).SendAsync(new FoldRollups());
        folded.Succeeded.ShouldBeTrue();
        return folded.Value;
    }

    /// <summary>A figure as readers get it.</summary>
    private protected async Task<FigureItem> FigureAsync(Period period, Guid unit, string indicator, UnitRelation relation = UnitRelation.LiesIn)
    {
        var page = await Send(new GetRollups(period.Code, unit, null, indicator, relation, null, null, null));
        page.Succeeded.ShouldBeTrue();
        return page.Value.Items[0];
    }
}

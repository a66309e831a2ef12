using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Time;
using LearningCity.ReportingPeriods.Application;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.ReportingPeriods.Infrastructure;
using LearningCity.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.ReportingPeriods.Tests.Application;

/// <summary>Tests in the town. They share its database, so each takes a half-year of its own.</summary>
internal abstract class TownTest(string database) : CityTest(database)
{
    private protected Town Town { get; } = new();

    protected override void Configure(IServiceCollection services) => Town.Register(services);

    protected override async Task PrepareAsync()
    {
        await AssignAsync("districts", ["urban_district"], new DateOnly(2024, 1, 1), Town.Reform.AddDays(-1));
        await AssignAsync("wards", ["ward"], Town.Reform, null);
        await AssignAsync("schools", ["primary", "high_school", "clc"], new DateOnly(2024, 1, 1), null);
        await AssignAsync("departments", ["department"], new DateOnly(2025, 1, 1), null);
    }

    private protected async Task AssignAsync(string code, string[] types, DateOnly from, DateOnly? to) => Require(
        await Send(new AddAssignment(Cycle.HalfYear, code, Town.Set, types, null, null, null, from, to)));

    /// <summary>Plans a half-year and opens it in the morning of its day.</summary>
    private protected async Task<Period> OpenAsync(string code)
    {
        Require(await Send(new PlanPeriod(Cycle.HalfYear, code)));
        var period = (await Send(new FindPeriod(code)))!;
        At(period.OpensOn);
        Require(await Send(new OpenPeriod(code)));
        return (await Send(new FindPeriod(code)))!;
    }

    private protected void At(DateOnly day, int hour = 9) => City.Clock.Show(CityTime.At(day, new TimeOnly(hour, 0)));

    private protected async Task<IReadOnlyList<Obligation>> ObligationsAsync(Period period) =>
        await Send(new FindObligations(period.Id, [.. Town.On(period.WindowTo).Select(unit => unit.Id)]));

    private protected Task<List<Reminder>> LogAsync(Guid periodId) => City.UseAsync<ReportingPeriodsDbContext, List<Reminder>>(
        db => db.Reminders.AsNoTracking().Where(r => r.PeriodId == periodId).ToListAsync());

    /// <summary>Saved events of a name whose text contains a word.</summary>
    private protected Task<int> EventsAsync(string name, string containing) => City.UseAsync<PlatformDbContext, int>(
        db => db.Set<OutboxMessage>().CountAsync(message => message.Name == name && message.Payload.Contains(containing)));

    /// <summary>How many notices a unit was sent about a period.</summary>
    private protected Task<int> NoticesAsync(Period period, Guid unitId)
    {
        var (unit, code) = (unitId.ToString(), $"period={period.Code}");
        return City.UseAsync<PlatformDbContext, int>(db => db.Set<OutboxMessage>().CountAsync(message =>
            message.Name == "platform.notification_requested.v1" && message.Payload.Contains(unit) && message.Payload.Contains(code)));
    }

    /// <summary>A second host on the same database, at the same hour.</summary>
    private protected async Task<CityHost> StartSecondHostAsync()
    {
        var second = await CityHost.StartAsync(Database, Settings, Town.Register);
        second.Clock.Show(City.Clock.GetUtcNow());
        return second;
    }

    /// <summary>
    /// Sends the same from both hosts at the same moment, each from a thread of its own: SQLite's driver never yields, so that tasks alone
    /// would run one after the other. Both hosts are asked something first, so that their connections are open.
    /// </summary>
    private protected async Task<T[]> AtOnceAsync<T>(CityHost second, Func<IRequest<T>> message)
    {
        const int OfEach = 3;
        CityHost[] hosts = [.. Enumerable.Repeat(City, OfEach), .. Enumerable.Repeat(second, OfEach)];
        await Task.WhenAll(hosts.Select(host => host.SendAsync(new ListPeriods())));
        using var start = new Barrier(hosts.Length);
        return await Task.WhenAll(hosts.Select(host => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return host.SendAsync(message());
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
    }

    private protected Task<int> FeedTreesAsync() => City.UseAsync<IServiceProvider, int>(async services =>
    {
        var listener = ActivatorUtilities.CreateInstance<WhenUnitsChanged>(services);
        var units = new UnitRegistry.Contracts.UnitsChanged(
            Guid.CreateVersion7(), [.. Town.On(new DateOnly(2057, 6, 14)).Select(unit => unit.Id)], Town.Reform);
        await listener.Handle(units, CancellationToken.None);
        await listener.Handle(units, CancellationToken.None);
        return 0;
    });

    private protected static T Require<T>(T result)
        where T : BuildingBlocks.Results.IResult<T>
    {
        result.Failures.Select(failure => failure.Message(BuildingBlocks.Contracts.Language.En)).ShouldBeEmpty();
        return result;
    }
}

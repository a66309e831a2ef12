using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Outbox;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LearningCity.BuildingBlocks.Tests.Platform;

internal sealed class OutboxTests(string database) : CityTest(database)
{
    private static readonly NotificationRequested Notice =
        new(Ids.New(), Ids.New(), "access.read", new LocalText("Chào", "Hello"), new LocalText("", ""), "/");

    [Test]
    public async Task Delivers_an_event_that_was_saved_and_not_one_that_was_rolled_back()
    {
        var kept = Notice with { EventId = Ids.New() };
        var lost = Notice with { EventId = Ids.New() };
        await SaveAsync(kept);
        await Should.ThrowAsync<InvalidOperationException>(() => City.UseAsync<PlatformDbContext, int>(db =>
            db.InTransactionAsync<int>(
                async () =>
                {
                    db.Publish(lost);
                    await db.SaveChangesAsync();
                    throw new InvalidOperationException("The change fails after its event was saved.");
                },
                CancellationToken.None)));

        await City.DeliverEventsAsync();

        (await FindAsync(kept.EventId))!.DeliveredAt.ShouldNotBeNull();
        (await FindAsync(lost.EventId)).ShouldBeNull();
    }

    [Test]
    public async Task Of_several_relays_at_once_only_one_delivers_an_event()
    {
        var notices = Enumerable.Range(0, 60).Select(_ => Notice with { EventId = Ids.New() }).ToList();
        foreach (var notice in notices) await SaveAsync(notice);

        var delivered = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => City.DeliverEventsAsync())));

        delivered.Sum().ShouldBe(notices.Count);
        foreach (var notice in notices) (await FindAsync(notice.EventId))!.DeliveredAt.ShouldNotBeNull();
    }

    [Test]
    public async Task Tries_a_failing_event_again_later_and_parks_it_after_the_last_attempt()
    {
        // No event of that name exists in this version: every delivery fails.
        var id = Ids.New();
        await City.UseAsync<PlatformDbContext, int>(db =>
        {
            db.Add(new OutboxMessage
            {
                Id = id,
                Sequence = 1,
                Name = "unknown.happened.v1",
                Payload = "{}",
                RecordedAt = City.Clock.GetUtcNow(),
                DueAt = City.Clock.GetUtcNow(),
            });
            return db.SaveChangesAsync();
        });
        var attempts = City.Services.GetRequiredService<IOptions<RelayOptions>>().Value.MostAttempts;
        var start = DateTimeOffset.Parse("2026-11-22T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            for (var attempt = 1; attempt <= attempts; attempt++)
            {
                City.Clock.Show(start.AddYears(1).AddHours(attempt));
                await City.DeliverEventsAsync();
                (await FindAsync(id))!.Attempts.ShouldBe(attempt);
                await City.DeliverEventsAsync();
                (await FindAsync(id))!.Attempts.ShouldBe(attempt, "it must wait before the next attempt");
            }
        }
        finally
        {
            City.Clock.Release();
        }

        var parked = await FindAsync(id);
        parked!.ParkedAt.ShouldNotBeNull();
        parked.DeliveredAt.ShouldBeNull();
        parked.LastError.ShouldNotBeNull().ShouldContain("unknown.happened.v1");
    }

    [Test]
    public async Task An_event_whose_host_died_is_delivered_by_another_when_the_claim_lapses()
    {
        var notice = Notice with { EventId = Ids.New() };
        await SaveAsync(notice);
        await City.UseAsync<PlatformDbContext, int>(db => db.Set<OutboxMessage>().Where(m => m.Id == notice.EventId).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.ClaimedBy, "a host that died")
                .SetProperty(m => m.ClaimedUntil, City.Clock.GetUtcNow().AddMinutes(1))));

        await City.DeliverEventsAsync();
        (await FindAsync(notice.EventId))!.DeliveredAt.ShouldBeNull();

        City.Clock.Show(City.Clock.GetUtcNow().AddMinutes(2));
        await City.DeliverEventsAsync();
        City.Clock.Release();
        (await FindAsync(notice.EventId))!.DeliveredAt.ShouldNotBeNull();
    }

    private Task<int> SaveAsync(NotificationRequested notice) => City.UseAsync<PlatformDbContext, int>(db =>
    {
        db.Publish(notice);
        return db.SaveChangesAsync();
    });

    private Task<OutboxMessage?> FindAsync(Guid id) => City.UseAsync<PlatformDbContext, OutboxMessage?>(db =>
        db.Set<OutboxMessage>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id));
}

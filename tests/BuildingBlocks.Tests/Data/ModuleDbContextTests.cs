using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.BuildingBlocks.Tests.Data;

internal sealed class ModuleDbContextTests(string database) : CityTest(database)
{
    [Test]
    public async Task A_bulk_insert_stores_what_a_save_stores()
    {
        var at = new DateTimeOffset(2026, 6, 30, 16, 59, 59, 123, 456, TimeSpan.Zero);
        InboxEntry Entry(string listener) => new() { EventId = Ids.New(), Listener = listener, HandledAt = at };
        var saved = Entry("test.saved");
        var bulk = Enumerable.Range(0, 120).Select(i => Entry($"test.bulk-{i}")).ToList();

        await City.UseAsync<PlatformDbContext, int>(db =>
        {
            db.Add(saved);
            return db.SaveChangesAsync();
        });
        var written = await City.UseAsync<PlatformDbContext, long>(db => db.BulkInsertAsync(bulk, CancellationToken.None));

        written.ShouldBe(bulk.Count);
        var found = await City.UseAsync<PlatformDbContext, List<InboxEntry>>(db =>
            db.Set<InboxEntry>().AsNoTracking().Where(e => e.HandledAt == at).ToListAsync());
        found.Select(e => (e.EventId, e.Listener, e.HandledAt))
            .ShouldBe(bulk.Append(saved).Select(e => (e.EventId, e.Listener, e.HandledAt)), ignoreOrder: true);
    }

    [Test]
    public async Task A_bulk_insert_in_a_transaction_that_fails_leaves_nothing()
    {
        var entry = new InboxEntry { EventId = Ids.New(), Listener = "test.rolled-back", HandledAt = City.Clock.GetUtcNow() };
        await Should.ThrowAsync<InvalidOperationException>(() => City.UseAsync<PlatformDbContext, int>(db => db.InTransactionAsync<int>(
            async () =>
            {
                await db.BulkInsertAsync([entry], CancellationToken.None);
                throw new InvalidOperationException("The change fails after its rows were written.");
            },
            CancellationToken.None)));

        (await City.UseAsync<PlatformDbContext, bool>(db => db.Set<InboxEntry>().AnyAsync(e => e.EventId == entry.EventId))).ShouldBeFalse();
    }

    [Test]
    public async Task A_unique_key_that_exists_already_is_told_apart_from_other_faults()
    {
        var entry = new InboxEntry { EventId = Ids.New(), Listener = "test.twice", HandledAt = City.Clock.GetUtcNow() };
        Task<int> Save() => City.UseAsync<PlatformDbContext, int>(db =>
        {
            db.Add(new InboxEntry { EventId = entry.EventId, Listener = entry.Listener, HandledAt = entry.HandledAt });
            return db.SaveChangesAsync();
        });

        await Save();
        var exception = await Should.ThrowAsync<DbUpdateException>(Save);
        (await City.UseAsync<PlatformDbContext, bool>(db => Task.FromResult(db.IsUniqueViolation(exception)))).ShouldBeTrue();
    }

    [Test]
    public async Task The_audit_chain_is_unbroken_and_every_tampering_is_found()
    {
        await WriteAuditAsync(5);
        await City.SealAuditAsync();
        (await VerifyAsync()).Fault.ShouldBeNull();

        var victim = await City.UseAsync<PlatformDbContext, AuditRow>(db =>
            db.Set<AuditRow>().AsNoTracking().OrderByDescending(row => row.Number).Skip(2).FirstAsync());
        await City.UseAsync<PlatformDbContext, int>(db => db.Set<AuditRow>().Where(row => row.Id == victim.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Action, "test.forged")));

        var verdict = await VerifyAsync();
        verdict.Fault.ShouldBe(AuditFault.RowChanged);
        verdict.FaultyNumber.ShouldBe(victim.Number);

        await City.UseAsync<PlatformDbContext, int>(db => db.Set<AuditRow>().Where(row => row.Id == victim.Id).ExecuteDeleteAsync());
        verdict = await VerifyAsync();
        verdict.Fault.ShouldBe(AuditFault.RowMissing);
        verdict.FaultyNumber.ShouldBe(victim.Number);
    }

    private async Task WriteAuditAsync(int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            var subject = $"{i}";
            await City.UseAsync<PlatformDbContext, int>(db =>
            {
                db.Audit(new AuditEntry("test.acted", "test", subject, null, new { Order = subject }));
                return db.SaveChangesAsync();
            });
        }
    }

    private Task<AuditVerdict> VerifyAsync() => City.UseAsync<AuditVerifier, AuditVerdict>(verifier => verifier.VerifyAsync(CancellationToken.None));
}

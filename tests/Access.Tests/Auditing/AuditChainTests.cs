using LearningCity.Access.Application.People;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Access.Tests.Auditing;

/// <summary>Whoever can write to the database can change the log, but not without being found.</summary>
internal sealed class AuditChainTests(string database) : CityTest(database)
{
    [SetUp]
    public async Task WriteSomeRowsAsync()
    {
        for (var i = 0; i < 5; i++)
            (await Send(new CreatePerson($"Người {i}", $"{Ids.New():N}@thu.learningcity.test", null, null, [new("auditor", null)]))).Succeeded.ShouldBeTrue();
        await City.SealAuditAsync();
        (await VerifyAsync()).Fault.ShouldBeNull();
    }

    [TestCase("action")]
    [TestCase("subject_id")]
    [TestCase("details")]
    [TestCase("hash")]
    public async Task A_changed_row_is_found(string column)
    {
        var number = await LastNumberAsync() - 2;
        await TamperAsync(
            $"UPDATE {{audit}} SET {column} = 'changed' WHERE number = {number}",
            async () => await ShouldBreakAtAsync(number, AuditFault.RowChanged));
    }

    [Test]
    public async Task A_row_with_another_actor_is_found()
    {
        var number = await LastNumberAsync() - 1;
        await TamperAsync(
            $"UPDATE {{audit}} SET actor_kind = 'person' WHERE number = {number}",
            async () => await ShouldBreakAtAsync(number, AuditFault.RowChanged));
    }

    [Test]
    public async Task A_time_that_was_moved_by_the_smallest_step_the_database_keeps_is_found()
    {
        var number = await LastNumberAsync() - 1;
        var step = Database.Provider == "sqlite" ? "recorded_at = recorded_at + 1" : "recorded_at = recorded_at + interval '1 microsecond'";
        await TamperAsync(
            $"UPDATE {{audit}} SET {step} WHERE number = {number}",
            async () => await ShouldBreakAtAsync(number, AuditFault.RowChanged));
    }

    [Test]
    public async Task A_removed_row_is_found()
    {
        var number = await LastNumberAsync() - 2;
        await TamperAsync($"DELETE FROM {{audit}} WHERE number = {number}", async () => await ShouldBreakAtAsync(number, AuditFault.RowMissing));
    }

    [Test]
    public async Task A_removed_row_is_found_even_if_those_after_it_are_numbered_anew()
    {
        var number = await LastNumberAsync() - 2;
        await TamperAsync(
            $"DELETE FROM {{audit}} WHERE number = {number}; UPDATE {{audit}} SET number = {number} WHERE number = {number + 1}; "
                + $"UPDATE {{audit}} SET number = {number + 1} WHERE number = {number + 2}",
            async () => await ShouldBreakAtAsync(number, AuditFault.RowChanged));
    }

    [Test]
    public async Task Two_rows_that_changed_places_are_found()
    {
        var number = await LastNumberAsync() - 2;
        await TamperAsync(
            $"UPDATE {{audit}} SET number = -1 WHERE number = {number}; UPDATE {{audit}} SET number = {number} WHERE number = {number + 1}; "
                + $"UPDATE {{audit}} SET number = {number + 1} WHERE number = -1",
            async () => await ShouldBreakAtAsync(number, AuditFault.RowChanged));
    }

    [Test]
    public async Task A_row_put_in_between_is_found()
    {
        var number = await LastNumberAsync();
        await TamperAsync(
            $"UPDATE {{audit}} SET number = {number + 1} WHERE number = {number}; "
                + $"UPDATE {{audit}} SET number = {number}, hash = 'made up' WHERE number = {number - 1}",
            async () => await ShouldBreakAtAsync(number - 1, AuditFault.RowMissing));
    }

    [Test]
    public async Task Rows_cut_off_at_the_end_are_seen_by_the_last_hash_kept_elsewhere()
    {
        var before = await VerifyAsync();
        await TamperAsync(
            $"DELETE FROM {{audit}} WHERE number = {before.RowsVerified}",
            async () =>
            {
                var after = await VerifyAsync();
                after.Fault.ShouldBeNull();
                after.LastHash.ShouldNotBe(before.LastHash);
                after.RowsVerified.ShouldBe(before.RowsVerified - 1);
            });
    }

    [Test]
    public async Task Writers_do_not_wait_for_the_chain()
    {
        // Another host holds the chain; changes go on and are sealed when it lets go.
        await City.UseAsync<PlatformDbContext, int>(db => db.Claims.Where(claim => claim.Key == "audit.seal").ExecuteUpdateAsync(
            set => set.SetProperty(claim => claim.Holder, "another host").SetProperty(claim => claim.Until, City.Clock.GetUtcNow().AddMinutes(1))));
        var created = await Send(new CreatePerson("Trần Văn Nhanh", $"{Ids.New():N}@thu.learningcity.test", null, null, []));
        created.Succeeded.ShouldBeTrue();
        (await City.SealAuditAsync()).ShouldBe(0);
        await City.UseAsync<PlatformDbContext, int>(db => db.Claims.Where(claim => claim.Key == "audit.seal").ExecuteDeleteAsync());
        (await City.SealAuditAsync()).ShouldBe(1);
        (await VerifyAsync()).Fault.ShouldBeNull();
    }

    [Test]
    public async Task Sealers_at_work_at_once_make_one_chain()
    {
        for (var i = 0; i < 20; i++) await Send(new CreatePerson("Người", $"{Ids.New():N}@thu.learningcity.test", null, null, []));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await City.SealAuditAsync();
            }
            catch (DbUpdateException)
            {
                // The one that came second; the unique number kept it out.
            }
        }));
        await City.SealAuditAsync();
        (await VerifyAsync()).Fault.ShouldBeNull();
        (await City.UseAsync<PlatformDbContext, int>(db => db.Set<AuditRow>().CountAsync(row => row.Number == null))).ShouldBe(0);
    }

    private Task<AuditVerdict> VerifyAsync() => City.UseAsync<AuditVerifier, AuditVerdict>(verifier => verifier.VerifyAsync(CancellationToken.None));

    private async Task ShouldBreakAtAsync(long number, AuditFault fault)
    {
        var verdict = await VerifyAsync();
        (verdict.FaultyNumber, verdict.Fault, verdict.RowsVerified).ShouldBe((number, fault, number - 1));
    }

    private Task<long> LastNumberAsync() =>
        City.UseAsync<PlatformDbContext, long>(db => db.Set<AuditRow>().MaxAsync(row => row.Number ?? 0));

    /// <summary>Changes the log behind the product's back, looks, and takes it back.</summary>
    private async Task TamperAsync(string sql, Func<Task> look)
    {
        var saved = await City.UseAsync<PlatformDbContext, List<AuditRow>>(db => db.Set<AuditRow>().AsNoTracking().ToListAsync());
        await ExecuteAsync(sql);
        try
        {
            await look();
        }
        finally
        {
            await ExecuteAsync("DELETE FROM {audit}");
            await City.UseAsync<PlatformDbContext, int>(db =>
            {
                db.AddRange(saved);
                return db.SaveChangesAsync();
            });
        }
    }

    private Task<int> ExecuteAsync(string sql)
    {
        var table = Database.Provider == "sqlite" ? "platform_audit" : "platform.audit";
        return City.UseAsync<PlatformDbContext, int>(db => db.Database.ExecuteSqlRawAsync(sql.Replace("{audit}", table, StringComparison.Ordinal)));
    }
}

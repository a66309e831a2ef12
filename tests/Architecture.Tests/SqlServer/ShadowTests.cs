using LearningCity.BuildingBlocks.Platform;
using LearningCity.Testing;
using LearningCity.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Architecture.Tests.SqlServer;

/// <summary>Queries of all integration tests are asked of SQL Server too; this tests that a wrong one would be noticed.</summary>
internal sealed class ShadowTests
{
    private TestDatabase _database = null!;
    private CityHost _city = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync("sqlite");
        _city = await CityHost.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _city.DisposeAsync();
        await _database.DisposeAsync();
        await TestDatabase.DisposeTemplatesAsync();
    }

    [Test]
    public async Task A_query_that_only_the_embedded_database_understands_is_refused()
    {
        var refused = await Should.ThrowAsync<SqlServerRefusesException>(() => AskAsync(db => db.Claims.Where(claim => EF.Functions.Glob(claim.Key, "a*"))));
        refused.Message.ShouldContain("no form for SQL Server");
    }

    [Test]
    public async Task A_query_with_a_subquery_and_a_list_is_asked_of_both()
    {
        string[] keys = ["a", "b"];
        var none = await AskAsync(db => db.Claims.Where(claim =>
            keys.Contains(claim.Key) && db.Set<OutboxMessage>().Any(message => message.ClaimedBy == claim.Holder)));
        none.ShouldBeEmpty();
        SqlServerShadow.Statements.ShouldContain(statement =>
            statement.Contains("[platform].[claims]", StringComparison.Ordinal) && statement.Contains("EXISTS", StringComparison.Ordinal));
    }

    [Test]
    public async Task Counts_and_changes_of_many_rows_are_asked_of_both()
    {
        (await _city.UseAsync<PlatformDbContext, int>(db => db.Claims.CountAsync(claim => claim.Key == "no such claim"))).ShouldBe(0);
        (await _city.UseAsync<PlatformDbContext, int>(db => db.Claims.Where(claim => claim.Key == "no such claim")
            .ExecuteUpdateAsync(set => set.SetProperty(claim => claim.Holder, "nobody")))).ShouldBe(0);
        SqlServerShadow.Statements.ShouldContain(statement => statement.Contains("SELECT COUNT(*)", StringComparison.Ordinal));
        SqlServerShadow.Statements.ShouldContain(statement => statement.StartsWith("UPDATE [c]", StringComparison.Ordinal));
    }

    private Task<List<Claim>> AskAsync(Func<PlatformDbContext, IQueryable<Claim>> query) =>
        _city.UseAsync<PlatformDbContext, List<Claim>>(db => query(db).ToListAsync());
}

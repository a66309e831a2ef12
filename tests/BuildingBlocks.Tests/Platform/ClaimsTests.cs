using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.BuildingBlocks.Tests.Platform;

internal sealed class ClaimsTests(string database) : CityTest(database)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Test]
    public async Task Of_many_hosts_at_once_one_takes_a_claim()
    {
        var key = $"test.{Ids.New():N}";
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => TakeAsync($"host-{i}", key))));
        taken.Count(got => got).ShouldBe(1);
    }

    [Test]
    public async Task A_claim_is_renewed_by_its_holder_given_back_and_taken_over_when_it_lapses()
    {
        var key = $"test.{Ids.New():N}";
        (await TakeAsync("first", key)).ShouldBeTrue();
        (await TakeAsync("first", key)).ShouldBeTrue();
        (await TakeAsync("second", key)).ShouldBeFalse();

        City.Clock.Show(City.Clock.GetUtcNow().AddMinutes(2));
        (await TakeAsync("second", key)).ShouldBeTrue();
        (await TakeAsync("first", key)).ShouldBeFalse();
        City.Clock.Release();

        await OnAsync("second", claims => ReleaseAsync(claims, key));
        (await TakeAsync("first", key)).ShouldBeTrue();
    }

    private static async Task<bool> ReleaseAsync(Claims claims, string key)
    {
        await claims.ReleaseAsync(key, CancellationToken.None);
        return true;
    }

    private Task<bool> TakeAsync(string host, string key) => OnAsync(host, claims => claims.TryTakeAsync(key, Minute, CancellationToken.None));

    private async Task<bool> OnAsync(string host, Func<Claims, Task<bool>> work)
    {
        await using var scope = City.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return await work(new Claims(db, new HostIdentity(host), City.Clock));
    }
}

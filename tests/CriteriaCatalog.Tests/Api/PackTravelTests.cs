using System.Net;
using System.Net.Http.Headers;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.CriteriaCatalog.Tests.Api;

/// <summary>The whole of each built-in set leaves one system as a file and arrives in another one, in which there is nothing.</summary>
internal sealed class PackTravelTests(string database) : CityTest(database)
{
    private static readonly string[] Sets = ["hcmc-education-demo", "unesco-key-features"];

    [TestCase("json", "application/json")]
    [TestCase("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task A_set_arrives_byte_for_byte_as_it_left(string format, string mediaType)
    {
        using var client = await City.ApiClientForAsync("criteria_catalog.read", "criteria_catalog.edit");
        var left = new Dictionary<string, (byte[] File, byte[] Pack)>(StringComparer.Ordinal);
        foreach (var set in Sets) left.Add(set, (await ExportAsync(client, set, format), await ExportAsync(client, set, "json")));
        await EmptyAsync();
        foreach (var set in Sets)
        {
            using var gone = await client.GetAsync($"/api/v1/criteria-sets/{set}/versions/1");
            gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            using var body = new ByteArrayContent(left[set].File);
            body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
            using var imported = await client.PostAsync("/api/v1/criteria-sets/import?publish=true", body);
            imported.IsSuccessStatusCode.ShouldBeTrue(await imported.Content.ReadAsStringAsync());
            (await ExportAsync(client, set, format)).AsSpan().SequenceEqual(left[set].File).ShouldBeTrue($"{set} as {format}");
            (await ExportAsync(client, set, "json")).AsSpan().SequenceEqual(left[set].Pack).ShouldBeTrue($"{set} after {format}");
        }
    }

    private static Task<byte[]> ExportAsync(HttpClient client, string set, string format) =>
        client.GetByteArrayAsync($"/api/v1/criteria-sets/{set}/versions/1/export?format={format}");

    private async Task EmptyAsync()
    {
        await using var scope = City.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ICriteriaCatalogDb>();
        await db.Indicators.ExecuteDeleteAsync();
        await db.Versions.ExecuteDeleteAsync();
        await db.Sets.ExecuteDeleteAsync();
    }
}

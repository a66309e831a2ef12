using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Application.ReferenceSeries;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Tests.Application;

internal sealed class PublishAndRetireTests(string database) : CityTest(database)
{
    private Task<Result<ImportReport>> ImportAsync(string code, int number = 1) => Send(new ImportCriteriaSet(PackWriter.Write(Samples.Set(code, number))));

    [Test]
    public async Task Publishing_tells_the_other_modules_and_is_audited()
    {
        await ImportAsync("told");

        (await Send(new PublishVersion("told", 1, SeenVersion: 1))).Succeeded.ShouldBeTrue();

        var version = await Send(new FindCriteriaSetVersion("told", new DateOnly(2025, 6, 1)));
        var (events, audited) = await City.UseAsync<PlatformDbContext, (int, int)>(async db => (
            await db.Set<OutboxMessage>().CountAsync(message =>
                message.Name == "criteria_catalog.version_published.v1" && message.Payload.Contains(version!.VersionId.ToString())),
            await db.Set<AuditRow>().CountAsync(row =>
                row.Action == "criteria_catalog.published" && row.SubjectId == version!.VersionId.ToString())));
        (events, audited).ShouldBe((1, 1));
    }

    [Test]
    public async Task Nobody_publishes_what_they_have_not_seen()
    {
        await ImportAsync("seen");
        await ImportAsync("seen");

        (await Send(new PublishVersion("seen", 1, SeenVersion: 1))).Failures.ShouldHaveSingleItem().Definition.ShouldBe(PlatformFailures.Stale);
    }

    [Test]
    public async Task An_indicator_is_published_once_its_reference_series_is_there_and_says_so_to_other_modules()
    {
        SeriesFigure figure = new("adults", "15-60");
        var content = Samples.Set("given", 1, Samples.Percent with { DenominatorSeries = figure });
        (await Send(new ImportCriteriaSet(PackWriter.Write(content)))).Value.Problems.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.series_unknown");
        var refused = (await Send(new PublishVersion("given", 1, 1))).Failures.ShouldHaveSingleItem();
        (refused.Code, refused.Field).ShouldBe(("criteria_catalog.series_unknown", "$.nodes[0].children[0].indicators[0].denominatorSeries.series"));

        (await Send(new DefineSeries("adults", new("Dân số", "Population"), new("người", "people"), 0, "Cục Thống kê"))).Succeeded.ShouldBeTrue();
        (await Send(new PublishVersion("given", 1, 1))).Succeeded.ShouldBeTrue();

        var published = await Send(new FindCriteriaSetVersion("given", new DateOnly(2025, 6, 1)));
        published!.Indicators.ShouldHaveSingleItem().DenominatorSeries.ShouldBe(figure);
    }

    [Test]
    public async Task What_does_not_exist_is_not_found() =>
        (await Send(new PublishVersion("nothing", 1, 1))).Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.version_not_found");

    [Test]
    public async Task A_retired_version_still_answers_for_its_time()
    {
        await ImportAsync("old");
        await Send(new PublishVersion("old", 1, 1));

        (await Send(new RetireVersion("old", 1, new DateOnly(2025, 6, 30), 2))).Succeeded.ShouldBeTrue();

        (await Send(new FindCriteriaSetVersion("old", new DateOnly(2025, 6, 30)))).ShouldNotBeNull();
        (await Send(new FindCriteriaSetVersion("old", new DateOnly(2025, 7, 1)))).ShouldBeNull();
    }

    [Test]
    public async Task Two_versions_published_at_once_do_not_overlap()
    {
        await ImportAsync("twins", 1);
        await ImportAsync("twins", 2);

        var outcomes = await Task.WhenAll(Send(new PublishVersion("twins", 2, 1)), Send(new PublishVersion("twins", 1, 1)));

        var published = (await Send(new ListCriteriaSetVersions())).Where(version => version.SetCode == "twins").ToList();
        published.Count.ShouldBe(outcomes.Count(outcome => outcome.Succeeded));
        if (published.Count == 2) published[0].ValidTo.ShouldBe(published[1].ValidFrom.AddDays(-1));
    }
}

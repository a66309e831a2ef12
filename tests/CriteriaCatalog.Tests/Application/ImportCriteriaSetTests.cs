using System.Text;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.CriteriaCatalog.Infrastructure;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.CriteriaCatalog.Tests.Application;

internal sealed class ImportCriteriaSetTests(string database) : CityTest(database)
{
    private static ImportCriteriaSet Import(SetContent content, bool dryRun = false, bool publish = false) =>
        new(PackWriter.Write(content), dryRun, publish);

    private Task<List<SetVersion>> VersionsAsync(string code) => City.UseAsync<ICriteriaCatalogDb, List<SetVersion>>(db =>
        db.Versions.AsNoTracking().Where(version => version.SetCode == code).OrderBy(version => version.Number).ToListAsync());

    [Test]
    public async Task A_dry_run_reports_and_leaves_nothing_behind()
    {
        var report = (await Send(Import(Samples.Set("dry"), dryRun: true))).Value;

        report.Outcome.ShouldBe(ImportOutcome.Created);
        report.NodesPerLevel.ShouldBe([1, 1]);
        report.Indicators.ShouldBe(2);
        report.Problems.ShouldBeEmpty();
        (await VersionsAsync("dry")).ShouldBeEmpty();
    }

    [Test]
    public async Task A_draft_is_replaced_by_a_second_import_and_may_still_lack_things()
    {
        (await Send(Import(Samples.Set("draft")))).Value.Outcome.ShouldBe(ImportOutcome.Created);
        var poorer = Samples.Set("draft").WithCriterion(criterion => criterion with { Indicators = [] });

        var report = (await Send(Import(poorer))).Value;

        report.Outcome.ShouldBe(ImportOutcome.Replaced);
        report.Problems.ShouldHaveSingleItem().Field.ShouldBe("$.nodes");
        (await VersionsAsync("draft")).ShouldHaveSingleItem().Version.ShouldBe(2);
        (await Send(new FindCriteriaSetVersion("draft", new DateOnly(2025, 6, 1)))).ShouldBeNull();
    }

    [Test]
    public async Task A_published_version_takes_no_other_content()
    {
        await Send(Import(Samples.Set("settled"), publish: true));
        var before = (await VersionsAsync("settled")).Single();

        var again = await Send(Import(Samples.Set("settled") with { Name = new("Khác", "Other") }));

        again.Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.version_is_settled");
        PackWriter.Write((await VersionsAsync("settled")).Single().Content).ShouldBe(PackWriter.Write(before.Content));
    }

    [Test]
    public async Task Publishing_a_pack_that_breaks_a_rule_leaves_nothing_behind()
    {
        var broken = Samples.Set("broken").WithCriterion(criterion => criterion with { Indicators = [] });

        var outcome = await Send(Import(broken, publish: true));

        outcome.Failures.ShouldHaveSingleItem().Field.ShouldBe("$.nodes");
        (await VersionsAsync("broken")).ShouldBeEmpty();
    }

    [Test]
    public async Task An_indicator_keeps_its_id_in_the_next_version_and_the_version_before_ends()
    {
        await Send(Import(Samples.Set("line", 1), publish: true));
        await Send(Import(Samples.Set("line", 2, Samples.Percent with { Target = 99 }, Samples.Level with { Code = "I3" }), publish: true));

        var first = (await Send(new FindCriteriaSetVersion("line", new DateOnly(2025, 12, 31))))!;
        var second = (await Send(new FindCriteriaSetVersion("line", new DateOnly(2026, 1, 1))))!;

        (first.Version, first.ValidTo, second.Version, second.ValidTo).ShouldBe((1, new DateOnly(2025, 12, 31), 2, null));
        second.Indicators[0].Id.ShouldBe(first.Indicators[0].Id);
        (first.Indicators[0].Target, second.Indicators[0].Target).ShouldBe((98m, 99m));
        second.Indicators[1].Id.ShouldNotBe(first.Indicators[1].Id);
    }

    [Test]
    public async Task A_pack_without_a_number_becomes_the_next_version()
    {
        await Send(Import(Samples.Set("next", 1), publish: true));
        var pack = Encoding.UTF8.GetString(PackWriter.Write(Samples.Set("next", 2))).Replace("\"version\": 2,", "", StringComparison.Ordinal);

        (await Send(new ImportCriteriaSet(Encoding.UTF8.GetBytes(pack)))).Value.Version.ShouldBe(2);
    }

    [Test]
    public async Task A_built_in_pack_is_exported_as_the_very_bytes_that_it_came_in()
    {
        foreach (var pack in BuiltInPacks.All())
        {
            var exported = await Send(new ExportVersion(PackReader.Read(pack).Value.Code, 1));
            Encoding.UTF8.GetString(exported.Value.Content).ShouldBe(Encoding.UTF8.GetString(pack));
        }
    }

    [Test]
    public async Task Without_the_right_nothing_is_imported()
    {
        var outcome = await Send(Import(Samples.Set("foreign")), Callers.Everywhere("criteria_catalog.read"));
        outcome.Failures.ShouldHaveSingleItem().Definition.ShouldBe(PlatformFailures.NotAllowed);
    }

    [Test]
    public async Task Of_two_hosts_that_load_the_same_pack_at_once_one_is_first()
    {
        var pack = Import(Samples.Set("race"), publish: true);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(pack)));

        outcomes.Count(outcome => outcome.Succeeded).ShouldBe(1);
        outcomes.Where(outcome => !outcome.Succeeded).ShouldAllBe(outcome =>
            outcome.Failures[0].Code == "criteria_catalog.somebody_was_first" || outcome.Failures[0].Code == "criteria_catalog.version_is_settled");
        (await VersionsAsync("race")).ShouldHaveSingleItem().State.ShouldBe(VersionState.Published);
    }

    [Test]
    public async Task Loading_the_built_in_packs_again_changes_nothing()
    {
        var before = await VersionsAsync("hcmc-education-demo");
        await City.UseAsync<IServiceProvider, int>(async services =>
        {
            foreach (var task in services.GetServices<BuildingBlocks.Hosting.IStartupTask>().OfType<BuiltInPacks>()) await task.RunAsync(default);
            return 0;
        });

        (await VersionsAsync("hcmc-education-demo")).Select(version => (version.Id, version.Version))
            .ShouldBe(before.Select(version => (version.Id, version.Version)));
    }

    [Test]
    public async Task Content_that_was_altered_in_the_database_is_not_given_out()
    {
        await Send(Import(Samples.Set("altered"), publish: true));
        var other = Samples.Set("altered") with { Name = new("Sửa lén", "Altered") };
        await City.UseAsync<ICriteriaCatalogDb, int>(db => db.Versions.Where(version => version.SetCode == "altered")
            .ExecuteUpdateAsync(set => set.SetProperty(version => version.Content, other)));

        await Should.ThrowAsync<InvalidOperationException>(() => Send(new FindCriteriaSetVersion("altered", new DateOnly(2025, 6, 1))));
    }
}

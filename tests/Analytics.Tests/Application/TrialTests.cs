using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Analytics.Application.Trials;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Tests.Application;

internal sealed class TrialTests(string database) : TownTest(database)
{
    [Test]
    public async Task Another_target_shows_who_would_flip_and_changes_nothing()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Share(19, 20));
        await ApproveAsync(period, Town.SchoolB, Town.Share(16, 20));
        await FoldAsync();
        var trial = await TryAsync(period.Code, new TrialRules(null, [new("I02", [new IndicatorTarget(97)], null)]));
        (trial.Units, trial.WithoutFigures, trial.Better, trial.Worse).ShouldBe((3, 1, 0, 1));
        var flip = trial.Flips.ShouldHaveSingleItem();
        (flip.UnitCode, flip.Before.Met, flip.After.Met).ShouldBe(("TH-A", 1, 0));
        flip.Criteria.ShouldHaveSingleItem().ShouldBe(new CriterionFlip("I02", Town.Teachers.Name, 95, 90, 97, true, false));
        (await TryAsync(period.Code, new TrialRules(null, [new("I02", [new IndicatorTarget(75)], null)]))).Flips.ShouldHaveSingleItem().UnitCode.ShouldBe("TH-B");
        (await FigureAsync(period, Town.SchoolA, "I02")).Target!.Value.ShouldBe(90);
    }

    [Test]
    public async Task Points_may_be_tried_on_a_set_that_only_tracks()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Share(19, 20));
        await ApproveAsync(period, Town.SchoolB, Town.Share(16, 20));
        ScoringGrade[] grades = [new("fair", new LocalText("Khá", "Fair"), 0), new("good", new LocalText("Tốt", "Good"), 10)];
        var trial = await TryAsync(period.Code, new TrialRules(new SetScoring(ScoringMode.Points, grades), [new("I02", null, [new(70, 5), new(90, 10)])]));
        trial.Flips.Select(flip => (flip.UnitCode, flip.After.Grade?.Code, flip.After.Points)).ShouldBe(
            [("TH-A", "good", 10m), ("TH-B", "fair", 5m), ("TH-C", null, null)]);
    }

    [TestCase("{}", HttpStatusCode.BadRequest)]
    [TestCase("""{"set":"town-set","periods":["{0}"],"rules":{"scoring":{"mode":"points","grades":[null]}}}""", HttpStatusCode.BadRequest)]
    [TestCase("""{"set":"town-set","periods":["{0}"],"rules":{"indicators":[{"code":"I99","targets":[]}]}}""", HttpStatusCode.NotFound)]
    [TestCase("""{"set":"none","periods":["{0}"],"rules":{"indicators":[{"code":"I01","targets":[]}]}}""", HttpStatusCode.NotFound)]
    public async Task Rules_that_cannot_be_tried_are_refused(string body, HttpStatusCode status)
    {
        var period = await OpenAsync();
        using var editor = await City.ApiClientForAsync("criteria_catalog.edit", "analytics.read");
        using var content = new StringContent(body.Replace("{0}", period.Code, StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
        using var answer = await editor.PostAsync(new Uri("/api/v1/analytics/trials", UriKind.Relative), content);
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldNotBeNull();
    }

    private async Task<TrialPeriod> TryAsync(string period, TrialRules rules)
    {
        var tried = await Send(new TryRules("town-set", [period], Town.City, UnitType.Primary, rules));
        tried.Succeeded.ShouldBeTrue();
        return tried.Value.Periods.ShouldHaveSingleItem();
    }
}

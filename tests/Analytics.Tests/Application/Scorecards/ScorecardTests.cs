using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Application.Scorecards;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.ReportingPeriods.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Testing;

namespace LearningCity.Analytics.Tests.Application.Scorecards;

internal sealed class ScorecardTests(string database) : TownTest(database)
{
    private static readonly ScoringGrade Fair = new("fair", new LocalText("Khá", "Fair"), 0);
    private static readonly ScoringGrade Good = new("good", new LocalText("Tốt", "Good"), 15);

    [Test]
    public async Task Points_of_what_is_missing_are_not_available_and_the_grade_is_the_least_it_can_be()
    {
        Score(new SetScoring(ScoringMode.Points, [Fair, Good]), indicator => indicator.Code switch
        {
            "I01" => indicator with { Points = [new(1, 5), new(10, 10)] },
            "I02" => indicator with { Points = [new(90, 10)] },
            _ => indicator,
        });
        var period = await OpenAsync();
        (await CardAsync(period, Town.SchoolA)).ShouldSatisfyAllConditions(
            card => card.Points.ShouldBeNull(), card => card.Grade.ShouldBeNull(), card => card.IsProvisional.ShouldBeTrue());

        await ApproveAsync(period, Town.SchoolA, Town.Count(12), Town.Without(Town.Teachers, CellState.NotReported), Town.YesNo(true));
        var partial = await CardAsync(period, Town.SchoolA);
        (partial.Points, partial.MaximumPoints, partial.Grade?.Code, partial.IsProvisional).ShouldBe((10m, 20m, "fair", true));
        partial.Criteria.Single(line => line.Indicator.Code == "I02").Points.ShouldBeNull();

        await ApproveAsync(period, Town.SchoolA, Town.Count(12), Town.Share(9, 10), Town.YesNo(true));
        var whole = await CardAsync(period, Town.SchoolA);
        (whole.Points, whole.MaximumPoints, whole.Grade?.Code, whole.IsProvisional).ShouldBe((20m, 20m, "good", false));
        (whole.Asked, whole.Answered, whole.Expected, whole.Approved).ShouldBe((4, 4, 3, 3));
        await FoldAsync();
        (await CardAsync(period, Town.City)).ShouldSatisfyAllConditions(
            card => card.Points.ShouldBe(20m), card => card.IsProvisional.ShouldBeTrue(), card => card.Approved.ShouldBeLessThan(card.Expected));
    }

    [Test]
    public async Task A_level_needs_all_of_its_targets_and_an_edition_keeps_it()
    {
        ScoringGrade[] levels = [new("level_1", new("Mức 1", "Level 1"), null), new("level_2", new("Mức 2", "Level 2"), null)];
        Score(new SetScoring(ScoringMode.AllTargetsMet, levels), indicator => indicator.Code == "I01"
            ? indicator with { Targets = [new(5) { Level = "level_1" }, new(20) { Level = "level_2" }, new(99) { UnitType = "ward" }] }
            : indicator with { Target = null });
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(6), Town.Share(1, 2), Town.YesNo(false));
        await FoldAsync();
        Town.Close(period.Id);
        (await Send(new SealPeriod(period.Code, 1, Statement: "Đủ"))).Succeeded.ShouldBeTrue();
        await ApproveAsync(period, Town.SchoolA, Town.Count(21), Town.Share(1, 2), Town.YesNo(false));
        await FoldAsync();
        var sealedCard = await CardAsync(period, Town.SchoolA, new EditionChoice(1));
        (sealedCard.Grade?.Code, sealedCard.Unmet.Single().Target).ShouldBe(("level_1", 20m));
        var live = await CardAsync(period, Town.SchoolA);
        (live.Grade?.Code, live.Unmet.Count).ShouldBe(("level_2", 0));
    }

    [Test]
    public async Task Tracking_follows_the_target_of_the_year_and_the_type_and_grades_nothing()
    {
        Score(SetScoring.TrackingOnly, indicator => indicator.Code == "I02"
            ? indicator with { Targets = [new(80) { Year = 2000 }, new(70) { Year = 2000, UnitType = "primary" }, new(100) { Year = 2999 }] }
            : indicator);
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Share(3, 4));
        await FoldAsync();
        var school = await CardAsync(period, Town.SchoolA);
        var line = school.Criteria.Single(criterion => criterion.Indicator.Code == "I02");
        (line.Measured, line.Target, line.IsMet, school.Grade, school.Points).ShouldBe((75m, 70m, true, null, null));
        var city = await FigureAsync(period, Town.City, "I02");
        city.Target.ShouldBe(new(80, 2000, null, 75, false));
    }

    [Test]
    public async Task Units_of_a_type_are_read_page_by_page()
    {
        Score(SetScoring.TrackingOnly, indicator => indicator);
        var period = await OpenAsync();
        using var http = await City.ApiClientForAsync("analytics.read");
        var seen = new List<string?>();
        for (var cursor = ""; cursor is not null;)
        {
            using var answer = await http.GetAsync(new Uri(
                $"/api/v1/analytics/scorecards?period={period.Code}&parentId={Town.City}&type=primary&limit=2&cursor={cursor}", UriKind.Relative));
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
            page.GetProperty("total").GetInt32().ShouldBe(3);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("unitCode").GetString()));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        seen.ShouldBe(["TH-A", "TH-B", "TH-C"]);
        using var ward = await City.ApiClientForAsync(["analytics.read"], Town.WardOne);
        (await ward.GetAsync(new Uri($"/api/v1/analytics/scorecards?period={period.Code}&unitId={Town.WardTwo}", UriKind.Relative)))
            .StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    private void Score(SetScoring scoring, Func<Indicator, Indicator> edit) =>
        Town.Edited = version => version with { Scoring = scoring, Indicators = [.. version.Indicators.Select(edit)] };

    private async Task<Scorecard> CardAsync(Period period, Guid unit, EditionChoice edition = default)
    {
        var found = await Send(new GetScorecards(period.Code, unit, null, null, null, UnitRelation.LiesIn, null, null, null, edition));
        found.Succeeded.ShouldBeTrue();
        return found.Value.Items.ShouldHaveSingleItem();
    }
}

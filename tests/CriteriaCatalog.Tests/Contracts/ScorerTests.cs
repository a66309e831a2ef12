using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Tests.Contracts;

/// <summary>Each way of scoring with an example from the frameworks of the country and the city.</summary>
internal sealed class ScorerTests
{
    private static readonly DateOnly EndOf2025 = new(2025, 12, 31);

    private static readonly SetScoring TwoLevels = new(
        ScoringMode.AllTargetsMet, [new("1", new("Mức độ 1", "Level 1"), null), new("2", new("Mức độ 2", "Level 2"), null)]);

    /// <summary>
    /// From criterion 3 of Circular 24/2023/TT-BGDĐT (11 December 2023), units at the level of the province: learning citizens among
    /// members 90 % and 95 %, among learners of an institution 95 % and 97 %, digital transformation "basic" and "good" for high schools
    /// and continuing education centres.
    /// </summary>
    private static readonly CriteriaSetVersion LearningUnit = Published.Of(Samples.Set(
        "learning-unit", 1,
        Samples.Percent with { Code = "Members", Target = null, Targets = [new(90) { Level = "1" }, new(95) { Level = "2" }] },
        Samples.Percent with
        {
            Code = "Learners",
            Target = null,
            Targets = [new(95) { Level = "1", UnitType = "high_school" }, new(97) { Level = "2", UnitType = "high_school" }],
        },
        Samples.Level with
        {
            Code = "Digital",
            Levels = [new("none", new("Chưa đạt", "None")), new("basic", new("Cơ bản", "Basic")), new("good", new("Tốt", "Good"))],
            Targets = [new(2) { Level = "1", UnitType = "high_school" }, new(3) { Level = "2", UnitType = "high_school" }],
        }) with
    {
        Scoring = TwoLevels,
    });

    private static SetScore Score(CriteriaSetVersion set, string unitType, params (string Code, ScoredValue Value)[] values) => Scorer.Score(
        set, new TargetQuestion(EndOf2025, unitType), indicator => values.FirstOrDefault(value => value.Code == indicator.Code).Value);

    private static (string, ScoredValue) Has(string code, decimal value) => (code, ScoredValue.Of(value));

    [TestCase("high_school", 96, 97, 3, "2")]
    [TestCase("high_school", 94.9, 97, 3, "1")]
    [TestCase("high_school", 96, 96.9, 3, "1")]
    [TestCase("high_school", 96, 97, 2, "1")]
    [TestCase("high_school", 89.9, 99, 3, null)]
    [TestCase("high_school", 96, 97, 1, null)]
    [TestCase("department", 95, 0, 1, "2", Description = "a department has no learners and no digital target")]
    public void A_level_is_reached_when_every_target_of_it_is_met(string type, decimal members, decimal learners, int digital, string? level) =>
        (Score(LearningUnit, type, Has("Members", members), Has("Learners", learners), Has("Digital", digital)).Grade?.Code).ShouldBe(level);

    [Test]
    public void What_keeps_a_unit_from_the_next_level_is_listed()
    {
        var score = Score(LearningUnit, "high_school", Has("Members", 92), Has("Learners", 97), Has("Digital", 2));
        score.Grade!.Code.ShouldBe("1");
        score.Unmet.Select(unmet => (unmet.Level.Code, unmet.IndicatorCode, unmet.Target, unmet.Value))
            .ShouldBe([("2", "Members", 95m, 92m), ("2", "Digital", 3m, 2m)]);
        (score.Points, score.MaximumPoints).ShouldBe((null, null));
    }

    [Test]
    public void A_value_that_is_missing_meets_nothing_and_one_that_does_not_apply_is_left_out()
    {
        var missing = Score(LearningUnit, "high_school", Has("Members", 96), Has("Digital", 3));
        (missing.Grade, missing.IsComplete).ShouldBe((null, false));
        var exempt = Score(LearningUnit, "high_school", Has("Members", 96), ("Learners", ScoredValue.NotApplicable), Has("Digital", 3));
        (exempt.Grade!.Code, exempt.IsComplete).ShouldBe(("2", true));
    }

    /// <summary>The older scheme of learning families (Decision 448/QĐ-KHVN, 2015): three criteria on a sheet of 100 points; its thresholds are an example.</summary>
    private static readonly CriteriaSetVersion Points = Published.Of(Samples.Set(
        "points", 1,
        Samples.Percent with { Code = "Learning", Target = null, Points = [new(50, 20), new(80, 30)] },
        Samples.Percent with { Code = "Dropouts", Target = null, Direction = Direction.Lower, Points = [new(5, 10), new(1, 30)] },
        Samples.Percent with { Code = "Effect", Target = null, Points = [new(60, 40)] }) with
    {
        Scoring = new(ScoringMode.Points, [new("fair", new("Khá", "Fair"), 50), new("good", new("Tốt", "Good"), 80)]),
    });

    [TestCase(80, 1, 60, 100, "good")]
    [TestCase(79.9, 1, 60, 90, "good")]
    [TestCase(80, 5, 60, 80, "good")]
    [TestCase(80, 5.1, 60, 70, "fair")]
    [TestCase(50, 3, 59, 30, null)]
    public void Points_are_added_up_and_make_a_grade(decimal learning, decimal dropouts, decimal effect, decimal points, string? grade)
    {
        var score = Score(Points, "ward", Has("Learning", learning), Has("Dropouts", dropouts), Has("Effect", effect));
        (score.Points, score.MaximumPoints, score.Grade?.Code).ShouldBe((points, 100m, grade));
    }

    [Test]
    public void What_does_not_apply_is_left_out_of_the_points_on_both_sides()
    {
        var score = Score(Points, "ward", Has("Learning", 50), Has("Dropouts", 0), ("Effect", ScoredValue.NotApplicable));
        (score.Points, score.MaximumPoints, score.Grade!.Code).ShouldBe((50m, 60m, "good"));
    }

    [Test]
    public void What_is_missing_earns_nothing() =>
        Score(Points, "ward", Has("Learning", 80), ("Dropouts", ScoredValue.NotAvailable)).Points.ShouldBe(30);

    /// <summary>The city's happy-school criteria of October 2023: 18 = people 6, teaching and activities 8, environment 4; two levels, no total.</summary>
    private static readonly CriteriaSetVersion HappySchool = Published.Of(Happy());

    private static SetContent Happy()
    {
        LevelOption[] scale = [new("improve", new("Cần cải thiện", "Needs improvement")), new("fair", new("Khá", "Fair")), new("good", new("Tốt", "Good"))];
        return Samples.Set() with
        {
            LevelNames = [new("Nhóm tiêu chí", "Group")],
            IndicatorName = new LocalText("Tiêu chí", "Criterion"),
            Scoring = new(ScoringMode.RatingPerCriterion, [.. scale.Select(level => new ScoringGrade(level.Code, level.Name, null))]),
            Nodes =
            [
                .. new[] { ("People", 6), ("Teaching", 8), ("Environment", 4) }.Select(group => new ContentNode
                {
                    Code = group.Item1,
                    Name = new(group.Item1, group.Item1),
                    Indicators = [.. Enumerable.Range(1, group.Item2).Select(i => Samples.Level with { Code = $"{group.Item1}{i}", Levels = scale })],
                }),
            ],
        };
    }

    [Test]
    public void Every_criterion_is_rated_and_nothing_is_added_up()
    {
        var score = Scorer.Score(HappySchool, new TargetQuestion(EndOf2025), indicator =>
            ScoredValue.Of(indicator.NodeCode == "People" ? 3 : indicator.NodeCode == "Teaching" ? 2 : 1));
        score.Criteria.Count.ShouldBe(18);
        score.Ratings.OrderBy(rating => rating.Key, StringComparer.Ordinal).Select(rating => (rating.Key, rating.Value))
            .ShouldBe([("fair", 8), ("good", 6), ("improve", 4)]);
        (score.Grade, score.Points, score.MaximumPoints).ShouldBe((null, null, null));
        score.Criteria.Where(criterion => criterion.Rating!.Code == "improve").ShouldAllBe(criterion => criterion.IndicatorCode.StartsWith("Environment"));
    }

    /// <summary>Decision 677/QĐ-TTg (3 June 2022): learning citizens among adults 40 % by 2025 and 60 % by 2030; followed, not scored.</summary>
    [Test]
    public void Tracking_compares_with_targets_and_makes_no_grade()
    {
        var set = Published.Of(Samples.Set("tracking", 1, Samples.Percent with { Target = null, Targets = [new(40) { Year = 2025 }, new(60) { Year = 2030 }] }));
        var score = Scorer.Score(set, new TargetQuestion(EndOf2025), _ => ScoredValue.Of(41));
        score.Criteria.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Target.ShouldBe(40), c => c.IsMet!.Value.ShouldBeTrue());
        (score.Grade, score.Points).ShouldBe((null, null));
        Scorer.Score(set, new TargetQuestion(new DateOnly(2030, 12, 31)), _ => ScoredValue.Of(41)).Criteria[0].IsMet.ShouldBe(false);
    }

    [Test]
    public void A_fraction_over_nothing_is_not_available() =>
        ScoredValue.Of(Published.Indicator(Samples.Percent), 1, 0).State.ShouldBe(ScoredState.NotAvailable);
}

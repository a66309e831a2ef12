using FsCheck;
using FsCheck.Fluent;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Targets;

namespace LearningCity.CriteriaCatalog.Tests.Contracts;

/// <summary>Which target holds. The shares of learning citizens (40 % in 2025, 60 % in 2030) are those of Decision 677/QĐ-TTg of 3 June 2022.</summary>
internal sealed class TargetResolverTests
{
    private static readonly Config Law = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20241030, 5);

    private static Indicator With(decimal? plain, params IndicatorTarget[] targets) =>
        Published.Indicator(Samples.Percent) with { Target = plain, Targets = targets };

    private static TargetQuestion On(int year, string? type = null, string? unit = null, string? period = null, string? level = null) =>
        new(new DateOnly(year, 6, 14), type, unit, period, level);

    [TestCase(2024, null)]
    [TestCase(2025, 40)]
    [TestCase(2027, 40, Description = "what was due in 2025 still is")]
    [TestCase(2030, 60)]
    [TestCase(2035, 60)]
    public void A_year_is_due_from_that_year_until_the_next_one(int year, int? expected) =>
        (TargetResolver.Resolve(With(null, new(60) { Year = 2030 }, new(40) { Year = 2025 }), On(year))?.Value).ShouldBe(expected);

    [Test]
    public void The_next_target_shows_the_way_still_to_go()
    {
        var indicator = With(null, new(60) { Year = 2030 }, new(40) { Year = 2025 }, new(80) { Year = 2030, UnitType = "department" });
        TargetResolver.Next(indicator, On(2026))!.Value.ShouldBe(60);
        TargetResolver.Next(indicator, On(2026, "department"))!.Value.ShouldBe(80);
        TargetResolver.Next(indicator, On(2030)).ShouldBeNull();
    }

    [TestCase("ward", "26740", "2026-H1", "2", 1)]
    [TestCase("ward", "26740", "2026-H2", null, 2)]
    [TestCase("ward", "99999", "2026-H1", "2", 3)]
    [TestCase("ward", "99999", "2026-H1", null, 4)]
    [TestCase("commune", "99999", "2026-H1", null, 5)]
    [TestCase("commune", "99999", "2026-H2", null, 6)]
    [TestCase(null, null, null, null, 6)]
    public void Whose_it_is_comes_before_the_level_and_the_level_before_the_time(string? type, string? unit, string? period, string? level, int expected) =>
        TargetResolver.Resolve(
            With(
                7, new(1) { UnitCode = "26740", Level = "2" }, new(2) { UnitCode = "26740" }, new(3) { UnitType = "ward", Level = "2" },
                new(4) { UnitType = "ward", Year = 2026 }, new(5) { Period = "2026-H1" }, new(6) { Year = 2025 }),
            On(2026, type, unit, period, level))!.Value.ShouldBe(expected);

    [Test]
    public void No_other_target_that_applies_comes_before_the_one_that_holds() =>
        Prop.ForAll(Cases.ToArbitrary(), c =>
        {
            var indicator = With(null, c.Targets);
            var held = TargetResolver.Resolve(indicator, c.Question);
            var applies = c.Targets.Where(target => TargetResolver.Resolve(indicator with { Targets = [target] }, c.Question) is not null).ToList();
            return held is null ? applies.Count == 0 : applies.Contains(held) && applies.TrueForAll(other =>
                other == held || TargetResolver.Resolve(indicator with { Targets = [other, held] }, c.Question)! == held
                || TargetResolver.Resolve(indicator with { Targets = [held, other] }, c.Question)! == held);
        }).Check(Law);

    private static readonly Gen<string?> Few = Gen.Elements(null, "a", "b");

    private static readonly Gen<(IndicatorTarget[] Targets, TargetQuestion Question)> Cases =
        from targets in (
            from value in Gen.Choose(0, 100)
            from year in Gen.Elements<int?>(null, 2025, 2026, 2030)
            from period in Few
            from type in Few
            from unit in Few
            from level in Few
            select new IndicatorTarget(value) { Year = year, Period = period, UnitType = type, UnitCode = unit, Level = level }).ArrayOf().Resize(6)
        from year in Gen.Elements(2024, 2026, 2031)
        from period in Few
        from type in Few
        from unit in Few
        from level in Few
        select (targets, On(year, type, unit, period, level));
}

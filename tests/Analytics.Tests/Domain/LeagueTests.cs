using LearningCity.Analytics.Domain;

namespace LearningCity.Analytics.Tests.Domain;

internal sealed class LeagueTests
{
    private static readonly LeagueOptions On = new() { Enabled = true, MinimumUnits = 3 };
    private static readonly Guid[] Units = [.. Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7())];

    [Test]
    public void Units_with_enough_answers_are_ranked_and_equal_ones_share_a_rank()
    {
        LeagueEntry[] entries = [new(Units[0], 5, 8, 10), new(Units[1], 9, 10, 10), new(Units[2], 9, 10, 10), new(Units[3], 99, 7, 10), new(Units[4], null, 10, 10)];
        var ranks = League.Rank(entries, lowerIsBetter: false, On);
        Units.Select(unit => ranks.GetValueOrDefault(unit)).ShouldBe([3, 1, 1, 0, 0]);
        var lower = League.Rank(entries, lowerIsBetter: true, On);
        Units.Select(unit => lower.GetValueOrDefault(unit)).ShouldBe([1, 2, 2, 0, 0]);
    }

    [Test]
    public void Nobody_is_ranked_unless_the_city_wants_it_and_enough_units_qualify()
    {
        LeagueEntry[] entries = [.. Units.Select((unit, at) => new LeagueEntry(unit, at, 1, 1))];
        League.Rank(entries, lowerIsBetter: false, new LeagueOptions()).ShouldBeEmpty();
        League.Rank(entries, lowerIsBetter: false, new LeagueOptions { Enabled = true, MinimumUnits = 6 }).ShouldBeEmpty();
    }
}

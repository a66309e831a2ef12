using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;

namespace LearningCity.CriteriaCatalog.Tests.Domain.ReferenceSeries;

internal sealed class AgeGroupTests
{
    [TestCase("15-60", "15-60")]
    [TestCase(" 5 - 9 ", "5-9")]
    [TestCase("65+", "65+")]
    [TestCase("5", "5")]
    [TestCase("0+", "")]
    [TestCase("", "")]
    [TestCase(null, "")]
    public void Reads_as_it_is_written(string? text, string written)
    {
        AgeGroup.TryParse(text, out var group).ShouldBeTrue();
        group.ToString().ShouldBe(written);
    }

    [TestCase("60-15")]
    [TestCase("-5")]
    [TestCase("15-")]
    [TestCase("+")]
    [TestCase("all")]
    [TestCase("1e2")]
    [TestCase("151")]
    public void Refuses_what_is_no_age(string text) => AgeGroup.TryParse(text, out _).ShouldBeFalse();
}

using LearningCity.BuildingBlocks.Ui;

namespace LearningCity.BuildingBlocks.Tests.Ui;

internal sealed class PageNumbersTests
{
    [Test]
    public void A_gap_stands_for_two_pages_or_more()
    {
        PageNumbers.Around(6, 12).ShouldBe([1, null, 5, 6, 7, null, 12]);
        PageNumbers.Around(3, 12).ShouldBe([1, 2, 3, 4, null, 12]);
        PageNumbers.Around(4, 12).ShouldBe([1, 2, 3, 4, 5, null, 12]);
    }

    [Test]
    public void Few_pages_are_all_shown()
    {
        PageNumbers.Around(1, 1).ShouldBe([1]);
        PageNumbers.Around(2, 3).ShouldBe([1, 2, 3]);
    }
}

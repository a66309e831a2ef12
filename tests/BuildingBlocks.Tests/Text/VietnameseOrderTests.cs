using LearningCity.BuildingBlocks.Text;

namespace LearningCity.BuildingBlocks.Tests.Text;

internal sealed class VietnameseOrderTests
{
    private static readonly string[][] InOrder =
    [
        ["Phường 2", "Phường 10"],
        ["An", "Ăn", "Ân", "Ba"],
        ["Da", "Đa", "Ê"],
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["O", "Ô", "Ơ", "U", "Ư"],
        ["Tân An", "Tân Bình", "Tân Định", "Tây Ninh"],
        ["Xã Thanh An", "Xã Thạnh An", "Xã Thanh Bình"],
    ];

    [TestCaseSource(nameof(InOrder))]
    public void Sorts_as_Vietnamese_does(params string[] names) =>
        names.Reverse().OrderBy(VietnameseOrder.Key, StringComparer.Ordinal).ShouldBe(names);
}

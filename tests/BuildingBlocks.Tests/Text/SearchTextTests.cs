using LearningCity.BuildingBlocks.Text;

namespace LearningCity.BuildingBlocks.Tests.Text;

internal sealed class SearchTextTests
{
    [TestCase("Xã Hòa Bình", ExpectedResult = "xa hoa binh")]
    [TestCase("Xã Hoà Bình", ExpectedResult = "xa hoa binh", Description = "new tone-mark style")]
    [TestCase("Đặc khu Côn Đảo", ExpectedResult = "dac khu con dao")]
    [TestCase("Ðông Thạnh", ExpectedResult = "dong thanh", Description = "the lookalike letter eth")]
    [TestCase("  THPT  Lê-Quý   Đôn ", ExpectedResult = "thpt le quy don")]
    [TestCase("Phường 2", ExpectedResult = "phuong 2")]
    [TestCase(null, ExpectedResult = "")]
    public string Folds_case_accents_and_both_tone_styles(string? text) => SearchText.Fold(text);

    [TestCase("hoa bi", ExpectedResult = "% hoa% bi%")]
    [TestCase("  ", ExpectedResult = "%")]
    [TestCase("100%_", ExpectedResult = "% 100%", Description = "wildcards of LIKE are not letters")]
    public string Seeks_words_by_their_beginnings(string text) => SearchText.Pattern(text);
}

using System.Globalization;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Tests.Domain;

internal sealed class NumberInputTests
{
    [TestCase("1234567", "1234567")]
    [TestCase("1.234.567", "1234567")]
    [TestCase("1 234 567", "1234567")]
    [TestCase("1\u00A0234\u202F567", "1234567")]
    [TestCase("1.234,5", "1234.5")]
    [TestCase("1.250", "1250")]
    [TestCase("0,5", "0.5")]
    [TestCase(" 99,7 % ", "99.7")]
    [TestCase("-3", "-3")]
    [TestCase("\u22123", "-3")]
    public void Vietnamese_numbers_are_read_as_they_are_typed(string typed, string value) =>
        NumberInput.Read(typed, Language.Vi).Value.ShouldBe(decimal.Parse(value, CultureInfo.InvariantCulture));

    [TestCase("12.5", "12.5")]
    [TestCase("12.50", "12.5")]
    [TestCase("1.5", "1.5")]
    [TestCase("1234.567", "1234.567")]
    public void A_dot_that_is_no_thousand_is_asked_about_and_never_guessed(string typed, string suggested)
    {
        var read = NumberInput.Read(typed, Language.Vi);
        read.Value.ShouldBeNull();
        read.IsReadable.ShouldBeFalse();
        read.Suggested.ShouldBe(decimal.Parse(suggested, CultureInfo.InvariantCulture));
    }

    [TestCase("1,234,567.5", "1234567.5")]
    [TestCase("1,250", "1250")]
    [TestCase("12.5", "12.5")]
    public void English_numbers_mirror_them(string typed, string value) =>
        NumberInput.Read(typed, Language.En).Value.ShouldBe(decimal.Parse(value, CultureInfo.InvariantCulture));

    [TestCase("abc")]
    [TestCase("12,")]
    [TestCase(",5")]
    [TestCase("1.2345.678")]
    [TestCase("1.23.456,7")]
    [TestCase("--1")]
    [TestCase("1e5")]
    [TestCase("99999999999999999999999999999999")]
    public void What_is_no_number_is_not_read(string typed)
    {
        var read = NumberInput.Read(typed, Language.Vi);
        (read.Value, read.Suggested, read.IsReadable).ShouldBe((null, null, false));
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase(null)]
    public void Nothing_is_nothing(string? typed) => NumberInput.Read(typed, Language.Vi).ShouldBe(NumberReading.Nothing);
}

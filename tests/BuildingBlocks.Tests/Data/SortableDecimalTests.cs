using FsCheck;
using FsCheck.Fluent;
using LearningCity.BuildingBlocks.Data;

namespace LearningCity.BuildingBlocks.Tests.Data;

internal sealed class SortableDecimalTests
{
    private static readonly Gen<decimal> Numbers =
        from whole in Gen.Choose(int.MinValue, int.MaxValue)
        from scale in Gen.Choose(0, 6)
        from magnitude in Gen.Elements(1m, 1000m, 1_000_000_000m, 0.001m)
        select decimal.Round(whole * magnitude / (decimal)Math.Pow(10, scale), 6, MidpointRounding.ToEven);

    [Test]
    public void Reads_what_it_wrote() =>
        Prop.ForAll(Numbers.ToArbitrary(), number => SortableDecimal.Read(SortableDecimal.Write(number)) == number)
            .Check(Config.QuickThrowOnFailure.WithReplay(20241030, 1));

    [Test]
    public void Sorts_as_the_numbers_do() =>
        Prop.ForAll(Numbers.ToArbitrary(), Numbers.ToArbitrary(), (left, right) =>
                Math.Sign(string.CompareOrdinal(SortableDecimal.Write(left), SortableDecimal.Write(right)))
                == Math.Sign(left.CompareTo(right)))
            .Check(Config.QuickThrowOnFailure.WithReplay(20241030, 3));

    [TestCase("0", ExpectedResult = "10000000000000000000000.000000")]
    [TestCase("-1.5", ExpectedResult = "09999999999999999999998.499999")]
    [TestCase("12.3456785", ExpectedResult = "10000000000000000000012.345678")]
    public string Is_written_with_fixed_width(string number) =>
        SortableDecimal.Write(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

    [Test]
    public void Refuses_what_does_not_fit() =>
        Should.Throw<OverflowException>(() => SortableDecimal.Write(10_000_000_000_000_000_000_000m));
}

using FsCheck;
using FsCheck.Fluent;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Tests.Domain;

internal sealed class SheetCodecTests
{
    private static readonly Config Law = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20241030, 1);

    private static readonly string?[] Texts = [null, "", "Đã ban hành kế hoạch", "ghi chú\nhai dòng", "😀 " + new string('x', 300)];

    private static Gen<decimal> Decimals =>
        from sign in Gen.Elements(1m, -1m)
        from high in Gen.Choose(0, int.MaxValue)
        from low in Gen.Choose(0, int.MaxValue)
        from size in Gen.Elements(1m, 1_000m, 2_147_483_647m)
        from scale in Gen.Choose(0, 6)
        select sign * Math.Round(((high % size * 2_147_483_647m) + low) / (decimal)Math.Pow(10, scale), scale);

    private static Gen<decimal?> MaybeDecimal => Gen.Frequency(
        (2, Gen.Constant<decimal?>(null)), (3, Decimals.Select(value => (decimal?)value)), (1, Gen.Constant<decimal?>(0m)));

    private static Gen<PackedCell> Cells =>
        from place in Gen.Choose(0, 400)
        from key in Gen.Frequency((4, Gen.Constant("")), (1, Gen.Elements("sex=female", "sex=male", "age=15-60")))
        from state in Gen.Elements(Enum.GetValues<CellState>())
        from number in MaybeDecimal
        from numerator in MaybeDecimal
        from denominator in MaybeDecimal
        from text in Gen.Elements(Texts)
        from comment in Gen.Elements(Texts)
        from version in Gen.Choose(1, 1000)
        from actor in Gen.Choose(0, 3)
        from seconds in Gen.Choose(0, 100_000_000)
        select new PackedCell(
            place, key, state, number, numerator, denominator, text, comment,
            new CellTrack(version, new Guid(actor, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]), DateTimeOffset.UnixEpoch.AddSeconds(seconds)));

    private static Gen<PackedCell[]> Sheets =>
        Cells.ListOf().Select(cells => cells.DistinctBy(cell => (cell.Place, cell.Disaggregation)).ToArray());

    [Test]
    public void What_is_written_is_read_back() => Check.One(Law, Prop.ForAll(Sheets.ToArbitrary(), cells =>
        Sorted(cells).SequenceEqual(SheetCodec.Read(SheetCodec.Write(cells, tracks: true)))));

    [Test]
    public void Without_tracks_everything_else_is_read_back() => Check.One(Law, Prop.ForAll(Sheets.ToArbitrary(), cells =>
        Sorted(cells).Select(cell => cell with { Track = default })
            .SequenceEqual(SheetCodec.Read(SheetCodec.Write(cells, tracks: false)))));

    [Test]
    public void Equal_cells_give_equal_bytes_in_whatever_order_they_come() => Check.One(Law, Prop.ForAll(Sheets.ToArbitrary(), cells =>
        SheetCodec.Write(cells, tracks: false).SequenceEqual(SheetCodec.Write(cells.Reverse(), tracks: false))));

    [Test]
    public void A_damaged_sheet_is_refused_and_never_read_past_its_end() => Check.One(Law, Prop.ForAll(
        Sheets.ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (cells, at) =>
        {
            var bytes = SheetCodec.Write(cells, tracks: true);
            var cut = bytes[..(at % bytes.Length)];
            return Throws(() => SheetCodec.Read(cut));
        }));

    [TestCase("0")]
    [TestCase("-0.000001")]
    [TestCase("1.50")]
    [TestCase("9999999999999999999999.999999")]
    [TestCase("-9999999999999999999999.999999")]
    public void Decimals_are_exact(string number)
    {
        var value = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        var cell = new PackedCell(0, "", CellState.Reported, value);
        SheetCodec.Read(SheetCodec.Write([cell], tracks: false)).ShouldHaveSingleItem().Number.ShouldBe(value);
    }

    [Test]
    public void A_seventh_decimal_place_is_refused_rather_than_rounded() =>
        Should.Throw<ArgumentOutOfRangeException>(() => SheetCodec.Write([new PackedCell(0, "", CellState.Reported, 0.0000001m)], false));

    [Test]
    public void A_return_of_25_percentages_takes_little_more_than_200_bytes()
    {
        var cells = Enumerable.Range(0, 25).Select(place =>
            new PackedCell(place, "", CellState.Reported, Numerator: 1180 + place, Denominator: 1250 + place));
        SheetCodec.Write(cells, tracks: false).Length.ShouldBeLessThan(230);
    }

    [Test]
    public void A_number_is_known_by_its_first_bytes_for_ever()
    {
        // Format 1 as bytes: stored sheets of past periods must stay readable.
        var cells = SheetCodec.Read([1, 0, 0, 2, 3, 0b0000_0101, 0b0010_0001, 0x39, 0x30, 5, 2]);
        cells.ShouldBe([new PackedCell(3, "", CellState.Reported, 1234.5m), new PackedCell(5, "", CellState.NotApplicable)]);
    }

    private static IEnumerable<PackedCell> Sorted(IEnumerable<PackedCell> cells) =>
        cells.OrderBy(cell => cell.Place).ThenBy(cell => cell.Disaggregation, StringComparer.Ordinal);

    private static bool Throws(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}

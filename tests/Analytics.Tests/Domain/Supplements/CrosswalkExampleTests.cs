using System.Globalization;
using System.Text.RegularExpressions;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.Analytics.Domain.Supplements;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.Analytics.Tests.Domain.Supplements;

/// <summary>The crosswalk of <c>docs/worked-examples.md</c>: its numbers are read from the page and worked out anew.</summary>
internal sealed partial class CrosswalkExampleTests
{
    private const int I01 = 0;
    private const int N01 = 1;

    [Test]
    public void The_page_says_what_is_worked_out()
    {
        var rows = Section().Split('\n').Where(line => line.StartsWith('|') && char.IsAsciiLetter(line[2])).Select(NumbersOf).ToList();
        rows.Count.ShouldBe(5);
        ShouldCome(rows[0], null, I01, rows[0]);
        ShouldCome(rows[0], null, N01, rows[1]);
        ShouldCome(rows[2], null, I01, rows[2]);
        ShouldCome(rows[2], null, N01, rows[3]);
        ShouldCome(rows[2], rows[4].WardOne, N01, rows[4]);
    }

    private static void ShouldCome(Row reported, decimal? direct, int indicator, Row expected)
    {
        // The city 0, the Department 1, ward one 2 with schools A 3 and B 4, ward two 5 with school C 6.
        var forest = new Forest([-1, 0, 1, 2, 2, 1, 5]);
        var asked = Enumerable.Range(0, 7).Select(unit => unit < 2 ? default : IndicatorSet.Of(unit == 2 && direct is not null ? [I01, N01] : [I01])).ToArray();
        var supplements = new UnitSupplements(
            asked, [new(Ids.New(), CrosswalkKind.Equal, N01, [new(I01, "a/I01", false, 1)], null)], new Dictionary<int, IReadOnlyList<GivenPart>>(), []);
        var rules = new[] { I01, N01 }.Select(_ => new IndicatorRule(Ids.New(), Summing.Sum, Replaces: true)).ToList();
        var frame = new RollupFrame([.. Enumerable.Range(0, 7).Select(_ => Ids.New())], forest, forest, rules, supplements.Cells);
        var own = new Dictionary<int, OwnCell[]>
        {
            [3] = Said(I01, reported.SchoolA),
            [4] = Said(I01, reported.SchoolB),
            [6] = Said(I01, reported.SchoolC),
            [2] = [.. Said(I01, reported.WardOne), .. Said(N01, direct)],
        };
        var full = new FullRollup(frame, new(2, []), unit => supplements.Complete(unit, new(default, default, own.GetValueOrDefault(unit)), default));
        full.TryGet(UnitRelation.LiesIn, 0, out var city).ShouldBeTrue();
        city[indicator].Measure.Sum.ShouldBe(expected.City);
        city[indicator].Measure.Linked.ShouldBe(indicator == N01 ? expected.Links : 0);
    }

    private static OwnCell[] Said(int indicator, decimal? number) => number is { } value ? [new(indicator, Answer.Value, value, 0)] : [];

    private static string Section()
    {
        var page = File.ReadAllText(Path.Combine(FindRoot(), "docs", "worked-examples.md"));
        return page[page.IndexOf("## A crosswalk", StringComparison.Ordinal)..page.IndexOf("## A restatement", StringComparison.Ordinal)];
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "LearningCity.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static Row NumbersOf(string line)
    {
        var cells = line.Split('|').Skip(2).Select(cell => cell.Trim()).ToList();
        var links = Links().Match(cells[4]);
        return new(
            Number(cells[0]), Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(Bold().Match(cells[4]).Groups[1].Value)!.Value,
            links.Success ? int.Parse(links.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }

    private static decimal? Number(string text) => decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"\*\*(\d+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"(\d+) values? by a link")]
    private static partial Regex Links();

    private sealed record Row(decimal? SchoolA, decimal? SchoolB, decimal? SchoolC, decimal? WardOne, decimal City, int Links);
}

using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Infrastructure.Demonstration;

/// <summary>
/// Plausible figures of a demonstration unit: each unit has a size and a standing of its own, both grow slowly from half-year to
/// half-year, and some cells are not applicable or not available. Nobody's real figures.
/// </summary>
/// <param name="seed">Makes chance repeatable.</param>
/// <param name="halfYear">How many half-years after the first.</param>
internal sealed class Figures(int seed, int halfYear)
{
    private static readonly string[] Locality = ["ward", "commune", "special_zone"];
    private static readonly string[] District = ["urban_district", "rural_district", "municipal_city"];

    /// <summary>What a unit of one school or ward counts; districts and departments are larger.</summary>
    private static readonly Dictionary<string, (int From, int To)> Sizes = new(StringComparer.Ordinal)
    {
        ["I01"] = (18_000, 62_000),
        ["I03"] = (900, 4_100),
        ["I04"] = (140, 900),
        ["I05"] = (120, 2_400),
        ["I07"] = (12, 130),
        ["I08"] = (1, 3),
        ["I09"] = (400, 7_500),
        ["I10"] = (1, 9),
        ["I12"] = (22, 110),
        ["I13"] = (1_400, 8_600),
        ["I14"] = (6, 120),
        ["I17"] = (22, 110),
        ["I19"] = (1, 7),
        ["I20"] = (3, 48),
        ["I21"] = (60, 1_100),
        ["I24"] = (1, 4),
        ["I25"] = (20, 640),
    };

    /// <summary>Share reached at the start by a unit of middling standing, in per cent.</summary>
    private static readonly Dictionary<string, double> Shares = new(StringComparer.Ordinal)
    {
        ["I01"] = 98.4,
        ["I03"] = 91.5,
        ["I04"] = 96.5,
        ["I07"] = 88,
        ["I12"] = 71,
        ["I13"] = 58,
        ["I17"] = 93,
        ["I21"] = 44,
    };

    /// <summary>What the unit says of an indicator in this half-year.</summary>
    internal CellEntry Of(string unitCode, string unitType, Indicator indicator)
    {
        var always = new Chance(seed, $"{unitType}/{unitCode}");
        var now = new Chance(seed, $"{unitType}/{unitCode}/{halfYear}");
        var gap = now.Of($"gap/{indicator.Code}");
        if (gap < 0.02) return new CellEntry(CellState.NotAvailable, Comment: "Chưa tổng hợp kịp số liệu trong kỳ.");
        if (always.Of($"none/{indicator.Code}") < 0.025) return new CellEntry(CellState.NotApplicable);
        var standing = Standing(always, now, indicator.Code);
        return indicator.ValueType switch
        {
            IndicatorValueType.Percent or IndicatorValueType.Ratio => Pair(always, now, unitType, indicator, standing),
            IndicatorValueType.YesNo => CellEntry.Of(standing > 0.28 ? 1 : 0),
            IndicatorValueType.Level => CellEntry.Of(Step(standing, indicator.Levels.Count)),
            IndicatorValueType.Rating => CellEntry.Of(2 + Step(standing, 4)),
            IndicatorValueType.Text => new CellEntry(CellState.Reported, Text: "Đã triển khai theo kế hoạch."),
            _ => Quantity(always, now, unitType, indicator, standing),
        };
    }

    /// <summary>Between 0 and 1; better by a little each half-year.</summary>
    private double Standing(Chance always, Chance now, string indicator) => Math.Clamp(
        (0.55 * always.Of("standing")) + (0.35 * always.Of($"standing/{indicator}")) + (0.1 * now.Of($"standing/{indicator}"))
        + (0.045 * halfYear),
        0, 1);

    private CellEntry Pair(Chance always, Chance now, string unitType, Indicator indicator, double standing)
    {
        var whole = Size(always, now, unitType, indicator.Code, growth: 0.008);
        var middle = Shares.GetValueOrDefault(indicator.Code, 75);
        var share = Math.Clamp(middle + ((standing - 0.5) * Math.Min(46, (100 - middle) * 2.4)), 1, 100) / 100;
        return CellEntry.Of(Math.Min(whole, (int)Math.Round(whole * share)), whole);
    }

    private CellEntry Quantity(Chance always, Chance now, string unitType, Indicator indicator, double standing)
    {
        var size = Size(always, now, unitType, indicator.Code, growth: 0.04) * (0.75 + (0.5 * standing));

        // Now and then a figure more than doubles; half of the units say why.
        var leaps = now.Of($"leap/{indicator.Code}") < 0.008;
        if (leaps) size *= 2.3;
        var comment = leaps && now.Of("why") < 0.5 ? "Trong kỳ tổ chức thêm Tuần lễ học tập suốt đời tại cơ sở." : null;
        return indicator.ValueType == IndicatorValueType.Amount
            ? CellEntry.Of(Math.Round((decimal)size, 1), comment)
            : CellEntry.Of((int)Math.Round(size), comment);
    }

    private int Size(Chance always, Chance now, string unitType, string indicator, double growth)
    {
        var (from, to) = Sizes.GetValueOrDefault(indicator, (10, 200));
        var noise = 0.94 + (0.12 * now.Of($"size/{indicator}"));
        var size = always.Between($"size/{indicator}", from, to) * Math.Pow(1 + growth, halfYear) * noise;

        // What a ward has belongs to it as a whole; a district of 2024 was some ten wards.
        if (District.Contains(unitType)) size *= 9;
        else if (Locality.Contains(unitType) && indicator == "I04") size *= 3;
        return Math.Max(1, (int)Math.Round(size));
    }

    private static int Step(double standing, int steps) => steps == 0 ? 0 : Math.Min(steps - 1, (int)(standing * steps));
}

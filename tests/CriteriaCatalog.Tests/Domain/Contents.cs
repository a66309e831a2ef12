using FsCheck;
using FsCheck.Fluent;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Tests.Domain;

/// <summary>Arbitrary contents, from a few letters that are awkward in JSON, in Vietnamese and in both at once.</summary>
internal static class Contents
{
    internal static readonly Gen<string> Words = Gen.Elements(
        "", "Hòa", "Đạt chuẩn mức độ 2", "\"quoted\" \\ back", "tab\tinside", "<b>&amp;</b>", "a/b", "字", "percent %", "x");

    internal static readonly Gen<LocalText> Texts = from vi in Words from en in Words select new LocalText(vi, en);

    internal static readonly Gen<decimal> Numbers = from units in Gen.Choose(-1_000_000, 1_000_000) from digits in Gen.Choose(0, 6) select Scaled(units, digits);

    private static readonly Gen<IndicatorDefinition> Indicators =
        from name in Texts
        from type in Gen.Elements(Enum.GetValues<IndicatorValueType>())
        from rule in Gen.Elements(Enum.GetValues<AggregationRule>())
        from direction in Gen.Elements(Enum.GetValues<Direction>())
        from own in Gen.Elements(Enum.GetValues<OwnValue>())
        from source in Gen.Elements(Enum.GetValues<IndicatorDataSource>())
        from counting in Gen.Elements(Enum.GetValues<IndicatorCounting>())
        from accumulation in Gen.Elements(Enum.GetValues<IndicatorAccumulation>())
        from numerator in Maybe(Texts)
        from factor in MaybeValue(Numbers)
        from target in MaybeValue(Numbers)
        from decimals in Gen.Choose(0, 6)
        from levels in Gen.Choose(0, 3)
        from reporters in Gen.SubListOf("ward", "primary", "cec")
        from confidence in MaybeValue(Gen.Elements(Enum.GetValues<Confidence>()))
        from facts in IndicatorFacts.Any
        select facts with
        {
            Code = "I",
            Name = name,
            ValueType = type,
            MeasureUnit = name,
            Decimals = decimals,
            Direction = direction,
            Aggregation = rule,
            OwnValue = own,
            DataSource = source,
            Counting = counting,
            Accumulation = accumulation,
            Numerator = numerator,
            Denominator = numerator,
            Factor = factor,
            Levels = [.. Enumerable.Range(1, levels).Select(i => new LevelOption($"l{i}", name))],
            ReporterTypes = [.. reporters],
            Target = target,
            EvidenceHint = numerator,
            Confidence = confidence,
            References = [.. reporters.Select(type => $"other/{type}")],
        };

    /// <summary>Contents that a pack can hold; by far not all may be published.</summary>
    internal static Arbitrary<SetContent> Any { get; } = (
        from name in Texts
        from source in Maybe(Texts)
        from origin in Gen.Elements(Enum.GetValues<CriteriaSetOrigin>())
        from number in Gen.Choose(1, 99)
        from day in Gen.Choose(1, 700_000)
        from ends in Gen.Elements(true, false)
        from levels in Gen.Choose(0, 4)
        from nodes in NodesOf(3)
        from dimensions in IndicatorFacts.Dimensions
        from scoring in Maybe(IndicatorFacts.Scorings)
        select new SetContent
        {
            Code = "any",
            Number = number,
            Name = name,
            Origin = origin,
            Source = source,
            Licence = source?.Vi,
            ValidFrom = DateOnly.FromDayNumber(day),
            ValidTo = ends ? DateOnly.FromDayNumber(day + 1) : null,
            LevelNames = [.. Enumerable.Repeat(name, levels)],
            IndicatorName = name,
            Dimensions = dimensions,
            Scoring = scoring,
            Nodes = Coded(nodes, "n"),
        }).ToArbitrary();

    private static Gen<ContentNode[]> NodesOf(int depth) => (
        from name in Texts
        from confidence in MaybeValue(Gen.Elements(Enum.GetValues<Confidence>()))
        from children in depth == 0 ? Gen.Constant(Array.Empty<ContentNode>()) : NodesOf(depth - 1)
        from indicators in Indicators.ArrayOf().Resize(2)
        select new ContentNode { Code = "N", Name = name, Confidence = confidence, Children = children, Indicators = indicators })
        .ArrayOf().Resize(2);

    // Codes by place, so that each is used once.
    private static ContentNode[] Coded(IReadOnlyList<ContentNode> nodes, string prefix) =>
        [.. nodes.Select((node, i) => node with
        {
            Code = $"{prefix}{i}",
            Children = Coded(node.Children, $"{prefix}{i}."),
            Indicators = [.. node.Indicators.Select((indicator, j) => indicator with { Code = $"{prefix}{i}-{j}" })],
        })];

    internal static Gen<T?> Maybe<T>(Gen<T> values)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    internal static Gen<T?> MaybeValue<T>(Gen<T> values)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), values.Select(value => (T?)value));

    private static decimal Scaled(int units, int digits)
    {
        decimal number = units;
        for (var i = 0; i < digits; i++) number /= 10;
        return decimal.Round(number, 6) / 1.0000000000000000000000000000m;
    }
}

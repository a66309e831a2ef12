using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Tests;

/// <summary>Small sets that may be published as they are.</summary>
internal static class Samples
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 1, 2, 0, 0, TimeSpan.Zero);

    internal static readonly IndicatorDefinition Percent = new()
    {
        Code = "I1",
        Name = new("Tỷ lệ biết chữ", "Literacy rate"),
        ValueType = IndicatorValueType.Percent,
        MeasureUnit = new("%", "%"),
        Decimals = 1,
        Aggregation = AggregationRule.RatioOfSums,
        Numerator = new("Người biết chữ", "Literate people"),
        Denominator = new("Dân số", "Population"),
        ReporterTypes = ["ward"],
        Target = 98,
    };

    internal static readonly IndicatorDefinition Level = new()
    {
        Code = "I2",
        Name = new("Xếp loại", "Level"),
        ValueType = IndicatorValueType.Level,
        MeasureUnit = new("mức", "level"),
        Aggregation = AggregationRule.ShareByLevel,
        Levels = [new("fair", new("Khá", "Fair")), new("good", new("Tốt", "Good"))],
        ReporterTypes = ["primary"],
    };

    /// <summary>Two levels above two indicators.</summary>
    internal static SetContent Set(string code = "sample", int number = 1, params IndicatorDefinition[] indicators) => new()
    {
        Code = code,
        Number = number,
        Name = new("Bộ mẫu", "Sample set"),
        Origin = CriteriaSetOrigin.Demonstration,
        ValidFrom = new DateOnly(2024 + number, 1, 1),
        LevelNames = [new("Nội dung", "Content area"), new("Tiêu chí", "Criterion")],
        IndicatorName = new("Chỉ số", "Indicator"),
        Nodes =
        [
            new()
            {
                Code = "A",
                Name = new("Nội dung A", "Content A"),
                Children = [new() { Code = "A1", Name = new("Tiêu chí A1", "Criterion A1"), Indicators = indicators.Length > 0 ? indicators : [Percent, Level] }],
            },
        ],
    };

    internal static SetVersion Draft(SetContent content) => SetVersion.Draft(new CriteriaSet(content.Code), content, Now);

    internal static SetVersion Published(SetContent content)
    {
        var version = Draft(content);
        version.Publish([], Now).Succeeded.ShouldBeTrue();
        return version;
    }

    /// <summary>The content with its only criterion changed.</summary>
    internal static SetContent WithCriterion(this SetContent content, Func<ContentNode, ContentNode> change) =>
        content with { Nodes = [content.Nodes[0] with { Children = [change(content.Nodes[0].Children[0])] }] };
}

using System.Text.Json;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;

namespace LearningCity.CriteriaCatalog.Domain.Packs;

/// <summary>Reads a pack; what does not fit is refused with its JSON path, everything at once.</summary>
internal static class PackReader
{
    // Four levels of nodes are far more than a set may have; hostile nesting stops here.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The content; its number is 0 where the pack leaves it open.</summary>
    internal static Result<SetContent> Read(ReadOnlyMemory<byte> pack)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(pack, Options);
        }
        catch (JsonException exception)
        {
            return CatalogFailures.PackNotJson.On("$", (exception.LineNumber ?? 0) + 1);
        }

        using (document)
        {
            if (!WholeText.IsIn(document.RootElement)) return CatalogFailures.PackNotJson.On("$", 1);
            var failures = new List<Failure>();
            var content = ReadSet(new PackElement(document.RootElement, "$", failures));
            return failures.Count == 0 ? content! : Result<SetContent>.Failed(failures);
        }
    }

    private static SetContent? ReadSet(PackElement pack)
    {
        if (!pack.IsObjectOf(
            "format", "code", "version", "name", "origin", "source", "licence", "validFrom", "validTo", "levelNames", "indicatorName", "nodes"))
        {
            return null;
        }

        pack.Literal("format", PackWriter.Format);
        return new SetContent
        {
            Code = pack.Text("code"),
            Number = pack.IntegerOrNull("version", least: 1) ?? 0,
            Name = pack.LocalText("name"),
            Origin = pack.Choice<CriteriaSetOrigin>("origin"),
            Source = pack.LocalTextOrNull("source"),
            Licence = pack.TextOrNull("licence"),
            ValidFrom = pack.Date("validFrom"),
            ValidTo = pack.DateOrNull("validTo"),
            LevelNames = pack.RequiredList("levelNames", item => item.AsLocalText()),
            IndicatorName = pack.LocalText("indicatorName"),
            Nodes = pack.RequiredList("nodes", ReadNode),
        };
    }

    private static ContentNode ReadNode(PackElement node) => new()
    {
        // The order of a pack: unknown fields are noted before what is missing.
        Code = node.IsObjectOf("code", "name", "confidence", "children", "indicators") ? node.Text("code") : "",
        Name = node.LocalText("name"),
        Confidence = node.ChoiceOrNull<Confidence>("confidence"),
        Children = node.List("children", ReadNode),
        Indicators = node.List("indicators", ReadIndicator),
    };

    private static IndicatorDefinition ReadIndicator(PackElement indicator) => new()
    {
        Code = indicator.IsObjectOf(
            "code", "predecessor", "name", "valueType", "measureUnit", "decimals", "direction", "aggregation", "ownValue", "dataSource", "counting",
            "accumulation", "numerator", "denominator", "factor", "levels", "reporterTypes", "target", "evidenceHint", "confidence",
            "references")
            ? indicator.Text("code")
            : "",
        Predecessor = indicator.TextOrNull("predecessor"),
        Name = indicator.LocalText("name"),
        ValueType = indicator.Choice<IndicatorValueType>("valueType"),
        MeasureUnit = indicator.LocalText("measureUnit"),
        Decimals = indicator.IntegerOrNull("decimals", least: 0) ?? 0,
        Direction = indicator.ChoiceOrNull<Direction>("direction") ?? Direction.Higher,
        Aggregation = indicator.Choice<AggregationRule>("aggregation"),
        OwnValue = indicator.ChoiceOrNull<OwnValue>("ownValue") ?? OwnValue.Replace,
        DataSource = indicator.ChoiceOrNull<IndicatorDataSource>("dataSource") ?? IndicatorDataSource.OfficialData,
        Counting = indicator.ChoiceOrNull<IndicatorCounting>("counting") ?? IndicatorCounting.Things,
        Accumulation = indicator.ChoiceOrNull<IndicatorAccumulation>("accumulation") ?? IndicatorAccumulation.Neither,
        Numerator = indicator.LocalTextOrNull("numerator"),
        Denominator = indicator.LocalTextOrNull("denominator"),
        Factor = indicator.NumberOrNull("factor"),
        Levels = indicator.List("levels", ReadLevel),
        ReporterTypes = indicator.List("reporterTypes", item => item.AsText()),
        Target = indicator.NumberOrNull("target"),
        EvidenceHint = indicator.LocalTextOrNull("evidenceHint"),
        Confidence = indicator.ChoiceOrNull<Confidence>("confidence"),
        References = indicator.List("references", item => item.AsText()),
    };

    private static LevelOption ReadLevel(PackElement level) =>
        level.IsObjectOf("code", "name") ? new(level.Text("code"), level.LocalText("name")) : new("", new("", ""));
}

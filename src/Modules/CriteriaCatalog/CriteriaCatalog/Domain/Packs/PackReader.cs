using System.Text.Json;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;

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
            "format", "code", "version", "name", "origin", "source", "licence", "validFrom", "validTo", "levelNames", "indicatorName",
            "dimensions", "scoring", "nodes"))
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
            Dimensions = pack.List("dimensions", ReadDimension),
            Scoring = pack.ObjectOrNull("scoring", ReadScoring),
            Nodes = pack.RequiredList("nodes", ReadNode),
        };
    }

    private static Dimension ReadDimension(PackElement dimension) => new(
        dimension.IsObjectOf("code", "name", "categories") ? dimension.Text("code") : "",
        dimension.LocalText("name"),
        dimension.RequiredList("categories", category => new DimensionCategory(
            category.IsObjectOf("code", "name") ? category.Text("code") : "", category.LocalText("name"))));

    private static SetScoring ReadScoring(PackElement scoring) => new(
        scoring.IsObjectOf("mode", "grades") ? scoring.Choice<ScoringMode>("mode") : default,
        scoring.List("grades", grade => new ScoringGrade(
            grade.IsObjectOf("code", "name", "atLeast") ? grade.Text("code") : "", grade.LocalText("name"), grade.NumberOrNull("atLeast"))));

    private static ContentNode ReadNode(PackElement node) => new()
    {
        // The order of a pack: unknown fields are noted before what is missing.
        Code = node.IsObjectOf("code", "name", "confidence", "children", "indicators") ? node.Text("code") : "",
        Name = node.LocalText("name"),
        Confidence = node.ChoiceOrNull<Confidence>("confidence"),
        Children = node.List("children", ReadNode),
        Indicators = node.List("indicators", IndicatorReader.Read),
    };
}

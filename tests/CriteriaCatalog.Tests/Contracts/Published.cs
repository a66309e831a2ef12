using LearningCity.BuildingBlocks;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Tests.Contracts;

/// <summary>Contents as other modules see them.</summary>
internal static class Published
{
    /// <summary>The content, published; a test that gives one that may not be published fails here.</summary>
    internal static CriteriaSetVersion Of(SetContent content) =>
        ContractMapping.ToContract(Samples.Published(content), content.PlacedIndicators().ToDictionary(placed => placed.Indicator.Code, _ => Ids.New()));

    /// <summary>An indicator as it is published, without a set around it.</summary>
    internal static Indicator Indicator(IndicatorDefinition definition) => Of(Samples.Set("sample", 1, definition)).Indicators[0];
}

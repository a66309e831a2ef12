using LearningCity.BuildingBlocks.Data;

namespace LearningCity.Analytics.Application;

/// <summary>The module's own window on its database: its sets, and what every window offers.</summary>
internal interface IAnalyticsDb : IModuleDb
{
}

using LearningCity.BuildingBlocks.Data;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>The module's own window on its database: its sets, and what every window offers.</summary>
internal interface IReportingPeriodsDb : IModuleDb
{
}

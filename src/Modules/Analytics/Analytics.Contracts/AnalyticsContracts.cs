using System.Reflection;

namespace LearningCity.Analytics.Contracts;

/// <summary>Names the assembly of this module's contracts.</summary>
public static class AnalyticsContracts
{
    /// <summary>The assembly.</summary>
    public static Assembly Assembly => typeof(AnalyticsContracts).Assembly;
}

using System.Reflection;

namespace LearningCity.ReportingPeriods.Contracts;

/// <summary>Names the assembly of this module's contracts.</summary>
public static class ReportingPeriodsContracts
{
    /// <summary>The assembly.</summary>
    public static Assembly Assembly => typeof(ReportingPeriodsContracts).Assembly;
}

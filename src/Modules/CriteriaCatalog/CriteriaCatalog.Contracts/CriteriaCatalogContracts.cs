using System.Reflection;

namespace LearningCity.CriteriaCatalog.Contracts;

/// <summary>Names the assembly of this module's contracts.</summary>
public static class CriteriaCatalogContracts
{
    /// <summary>The assembly.</summary>
    public static Assembly Assembly => typeof(CriteriaCatalogContracts).Assembly;
}

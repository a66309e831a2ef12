using System.Reflection;

namespace LearningCity.UnitRegistry.Contracts;

/// <summary>Names the assembly of this module's contracts.</summary>
public static class UnitRegistryContracts
{
    /// <summary>The assembly.</summary>
    public static Assembly Assembly => typeof(UnitRegistryContracts).Assembly;
}

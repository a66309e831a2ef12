using System.Reflection;

namespace LearningCity.Access.Contracts;

/// <summary>Names the assembly of this module's contracts.</summary>
public static class AccessContracts
{
    /// <summary>The assembly.</summary>
    public static Assembly Assembly => typeof(AccessContracts).Assembly;
}

using System.Reflection;

namespace LearningCity.Submissions.Contracts;

/// <summary>Names the assembly of this module's contracts.</summary>
public static class SubmissionsContracts
{
    /// <summary>The assembly.</summary>
    public static Assembly Assembly => typeof(SubmissionsContracts).Assembly;
}

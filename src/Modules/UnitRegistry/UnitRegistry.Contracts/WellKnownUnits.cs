namespace LearningCity.UnitRegistry.Contracts;

/// <summary>Codes of units that the built-in registry brings along and that others start from; they may be changed in the registry.</summary>
public static class WellKnownUnits
{
    /// <summary>Ho Chi Minh City, top of the territory; before 1 July 2025 one of three tops.</summary>
    public const string City = "79";

    /// <summary>The steering committee's support team, top of responsibility.</summary>
    public const string SupportTeam = "TGV";

    /// <summary>The Department of Education and Training (DOET).</summary>
    public const string EducationDepartment = "SGDDT";
}

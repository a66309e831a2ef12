namespace LearningCity.ReportingPeriods.Contracts;

/// <summary>Who is due when: a school earlier than the body that reviews it, and that one earlier than the departments.</summary>
public enum Tier
{
    /// <summary>Schools and centres.</summary>
    School,

    /// <summary>Wards, communes, special zones; districts until 30 June 2025.</summary>
    Locality,

    /// <summary>Departments, and whatever stands above them.</summary>
    Department,
}

/// <summary>Which types of units are on which tier.</summary>
public static class Tiers
{
    /// <summary>The tier of a type of unit, in snake case.</summary>
    public static Tier Of(string unitType) => unitType switch
    {
        "preschool" or "primary" or "lower_secondary" or "high_school" or "cec" or "clc" => Tier.School,
        "ward" or "commune" or "township" or "special_zone" or "urban_district" or "rural_district" or "municipal_city" => Tier.Locality,
        _ => Tier.Department,
    };
}

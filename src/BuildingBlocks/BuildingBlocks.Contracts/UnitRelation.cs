namespace LearningCity.BuildingBlocks.Contracts;

/// <summary>The two dated relations between units. Every roll-up says which of them it used.</summary>
public enum UnitRelation
{
    /// <summary>Responsibility: review, reminders and scope follow it (a high school reports to the Department).</summary>
    ReportsTo,

    /// <summary>Territory: maps, lineage and territorial totals follow it (the same high school lies in a ward).</summary>
    LiesIn,
}

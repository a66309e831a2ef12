namespace LearningCity.BuildingBlocks.Ui;

/// <summary>Cascade this to draw components for a printed document: nothing is fetched, nothing is a link.</summary>
public sealed record Paper;

namespace LearningCity.Analytics.Ui;

/// <summary>An indicator that somebody should look at.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Text">The figure, its target and change.</param>
/// <param name="Href">Where it is explained.</param>
public sealed record FlagLine(string Name, string Text, string Href);

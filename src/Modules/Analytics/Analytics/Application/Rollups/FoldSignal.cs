namespace LearningCity.Analytics.Application.Rollups;

/// <summary>Wakes the folder.</summary>
internal sealed class FoldSignal : WakeSignal;

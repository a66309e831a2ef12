namespace LearningCity.Analytics.Application.Briefings;

/// <summary>Wakes the maker of briefings.</summary>
internal sealed class BriefingSignal : WakeSignal;

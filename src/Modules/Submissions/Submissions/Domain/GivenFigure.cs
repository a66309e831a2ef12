using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.Submissions.Domain;

/// <summary>A figure that a reference series gives for a unit, so that nobody is asked for it.</summary>
/// <param name="Part">Which figure of the indicator.</param>
/// <param name="Series">The series.</param>
/// <param name="Value">What it says.</param>
/// <param name="ObservedOn">The day that it describes.</param>
/// <param name="Release">The release that says so.</param>
internal sealed record GivenFigure(FormulaPart Part, ReferenceSeriesSummary Series, decimal Value, DateOnly ObservedOn, int Release)
{
    /// <summary>The entry with what is given put in; refused where somebody sent something else for it.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="raw">What arrived.</param>
    /// <param name="entry">The entry with what is given.</param>
    internal Failure? Fill(Indicator indicator, in RawEntry raw, out RawEntry entry)
    {
        entry = raw;
        if (raw.State is not null and not Contracts.CellState.Reported) return null;
        var sent = Part == FormulaPart.Denominator ? raw.Denominator : raw.Numerator;
        if (sent is { } other && other != Value)
            return CellFailures.GivenBySeries.On(Part == FormulaPart.Denominator ? "denominator" : "numerator", indicator.Name, Value, Series.Name, ObservedOn);
        entry = Part == FormulaPart.Denominator ? raw with { Denominator = Value } : raw with { Numerator = Value };
        return null;
    }
}

using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;

namespace LearningCity.Analytics.Domain.Supplements;

/// <summary>A figure that a reference series gives a unit.</summary>
/// <param name="Indicator">Place of the indicator.</param>
/// <param name="Part">Which figure of it.</param>
/// <param name="Value">What the series says.</param>
internal readonly record struct GivenPart(int Indicator, FormulaPart Part, decimal Value);

/// <summary>How the reports of a unit stand that a period asks for.</summary>
/// <param name="Due">How many there are.</param>
/// <param name="Submitted">Of these, handed in.</param>
/// <param name="OnTime">Of these, handed in by their due date, by the first time that they were.</param>
/// <param name="Approved">Of these, approved.</param>
internal readonly record struct ReportCounts(int Due, int Submitted, int OnTime, int Approved)
{
    internal ReportCounts Add(in ReportCounts other) =>
        new(Due + other.Due, Submitted + other.Submitted, OnTime + other.OnTime, Approved + other.Approved);

    internal int Of(ReportingMeasure measure) => measure switch
    {
        ReportingMeasure.Submitted => Submitted,
        ReportingMeasure.OnTime => OnTime,
        _ => Approved,
    };
}

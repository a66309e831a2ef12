using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Timing;

namespace LearningCity.CriteriaCatalog.Domain;

/// <summary>What an indicator must keep to be published.</summary>
internal static class IndicatorRules
{
    // Values are kept with six digits after the point.
    private const int MostDecimals = 6;

    /// <summary>What is wrong with an indicator by itself, each with its JSON path.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="scoring">How the set judges.</param>
    /// <param name="path">JSON path of the indicator.</param>
    /// <param name="problems">Where problems are noted.</param>
    internal static void Check(IndicatorDefinition indicator, SetScoring scoring, string path, List<Failure> problems)
    {
        PublishingRules.RequireVietnamese(indicator.Name, path + ".name", problems);
        if (indicator.Decimals is < 0 or > MostDecimals)
            problems.Add(CatalogFailures.DecimalsOutOfRange.On(path + ".decimals", MostDecimals));
        if (indicator is { ReporterTypes.Count: 0, IsComputed: false, IsGivenBySeries: false })
            problems.Add(CatalogFailures.NobodyReports.On(path + ".reporterTypes"));
        CheckFraction(indicator, path, problems);
        CheckScale(indicator, path, problems);
        CheckAggregation(indicator, path, problems);
        CheckTime(indicator, path, problems);
        CheckAgencies(indicator, path, problems);
        CheckTexts(indicator, path, problems);
        ComputedRules.Check(indicator, path, problems);
        SeriesRules.Check(indicator, path, problems);
        ValueRules.Check(indicator, path, problems);
        TargetRules.Check(indicator, scoring, path, problems);
        ScoringRules.CheckPoints(indicator, scoring, path, problems);
    }

    private static void CheckFraction(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (indicator is { IsFraction: true, IsComputed: false })
        {
            if (string.IsNullOrWhiteSpace(indicator.Numerator?.Vi))
                problems.Add(CatalogFailures.FractionNameMissing.On(path + ".numerator"));
            if (string.IsNullOrWhiteSpace(indicator.Denominator?.Vi))
                problems.Add(CatalogFailures.FractionNameMissing.On(path + ".denominator"));
        }

        if (indicator.Factor is { } factor && (factor <= 0 || !indicator.IsFraction))
            problems.Add(CatalogFailures.FactorOutOfRange.On(path + ".factor"));
    }

    private static void CheckScale(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (indicator.HasScale)
        {
            if (indicator.Levels.Count < 2) problems.Add(CatalogFailures.ScaleTooShort.On(path + ".levels"));
            for (var i = 0; i < indicator.Levels.Count; i++)
                PublishingRules.RequireVietnamese(indicator.Levels[i].Name, $"{path}.levels[{i}].name", problems);
        }
        else if (indicator.Levels.Count > 0)
        {
            problems.Add(CatalogFailures.ScaleNotWanted.On(path + ".levels"));
        }
    }

    private static void CheckAggregation(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (!AggregationFit.Fits(indicator.Aggregation, indicator.ValueType))
        {
            problems.Add(CatalogFailures.AggregationUnfit.On(
                path + ".aggregation", SnakeCase.Of(indicator.ValueType),
                string.Join(", ", AggregationFit.RulesFor(indicator.ValueType).Select(rule => SnakeCase.Of(rule)))));
        }
        else if (indicator.DataSource != IndicatorDataSource.OfficialData && indicator.Aggregation != AggregationRule.None)
        {
            problems.Add(CatalogFailures.SurveyNeverRollsUp.On(path + ".aggregation"));
        }
    }

    private static void CheckTime(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (indicator.EntryMode != EntryMode.Increment && indicator.Accumulation != IndicatorAccumulation.Flow)
            problems.Add(IndicatorFailures.EntryModeUnfit.On(path + ".entryMode"));
        var sound = indicator.Frequency == IndicatorFrequency.Custom ? indicator.Window is { IsSound: true } : indicator.Window is null;
        if (!sound) problems.Add(IndicatorFailures.WindowUnfit.On(path + ".window"));
    }

    private static void CheckAgencies(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        if (indicator.LeadAgency is { } lead && !IsClear(lead)) problems.Add(IndicatorFailures.AgencyUnclear.On(path + ".leadAgency"));
        for (var i = 0; i < indicator.CooperatingAgencies.Count; i++)
        {
            if (!IsClear(indicator.CooperatingAgencies[i]))
                problems.Add(IndicatorFailures.AgencyUnclear.On($"{path}.cooperatingAgencies[{i}]"));
        }
    }

    private static bool IsClear(Agency agency) => string.IsNullOrEmpty(agency.UnitCode) != string.IsNullOrEmpty(agency.UnitType);

    private static void CheckTexts(IndicatorDefinition indicator, string path, List<Failure> problems)
    {
        Require(indicator.Definition, path + ".definition", problems);
        Require(indicator.SourceNote, path + ".sourceNote", problems);
        Require(indicator.LegalBasis, path + ".legalBasis", problems);
        for (var i = 0; i < indicator.Evidence.Count; i++)
        {
            var (evidence, at) = (indicator.Evidence[i], $"{path}.evidence[{i}].name");
            Require(evidence.Name, at, problems);
            if (evidence is { Kind: EvidenceKind.Other, Name: null }) problems.Add(IndicatorFailures.EvidenceNameMissing.On(at));
        }
    }

    private static void Require(LocalText? text, string path, List<Failure> problems)
    {
        if (text is not null) PublishingRules.RequireVietnamese(text, path, problems);
    }
}

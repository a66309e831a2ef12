using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Formulas;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>From a published version to what other modules see of it, its formulas read.</summary>
internal static class ContractMapping
{
    internal static CriteriaSetVersion ToContract(SetVersion version, IReadOnlyDictionary<string, Guid> ids)
    {
        var content = version.Content;
        return new CriteriaSetVersion(
            version.Id, version.SetCode, version.Number, content.Name, content.Origin, version.ValidFrom, version.ValidTo, content.LevelNames,
            [.. content.PlacedNodes().Select(placed => new CriteriaNode(placed.Node.Code, placed.ParentCode, placed.Depth, placed.Node.Name))],
            [.. content.PlacedIndicators().Select(placed => Of(placed, ids))])
        {
            Dimensions = content.Dimensions,
            Scoring = content.Scoring ?? SetScoring.TrackingOnly,
        };
    }

    private static Indicator Of(PlacedIndicator placed, IReadOnlyDictionary<string, Guid> ids)
    {
        var (indicator, path) = (placed.Indicator, placed.Path);
        return new(
            ids[indicator.Code], indicator.Code, placed.NodeCode, indicator.Name, indicator.ValueType, indicator.MeasureUnit,
            indicator.Decimals, indicator.Direction, indicator.Aggregation, indicator.OwnValue, indicator.Numerator, indicator.Denominator,
            indicator.Levels, indicator.ReporterTypes, indicator.Target, indicator.EvidenceHint)
        {
            Factor = indicator.EffectiveFactor,
            DataSource = indicator.DataSource,
            Counting = indicator.Counting,
            Accumulation = indicator.Accumulation,
            EntryMode = indicator.EntryMode,
            Frequency = indicator.Frequency,
            Window = indicator.Window,
            PredecessorCode = indicator.Predecessor,
            PredecessorId = indicator.Predecessor is { } code ? ids[code] : null,
            Definition = indicator.Definition,
            SourceNote = indicator.SourceNote,
            LegalBasis = indicator.LegalBasis,
            Formula = indicator.Formula is { } formula ? FormulaParser.Read(formula, path).Value : null,
            RegistryCount = indicator.RegistryCount,
            ReportingCount = indicator.ReportingCount,
            ValueSeries = indicator.ValueSeries,
            NumeratorSeries = indicator.NumeratorSeries,
            DenominatorSeries = indicator.DenominatorSeries,
            Disaggregations = indicator.Disaggregations,
            LeadAgency = indicator.LeadAgency,
            CooperatingAgencies = indicator.CooperatingAgencies,
            Targets = indicator.Targets,
            Baseline = indicator.Baseline,
            Points = indicator.Points,
            Rules = [.. indicator.Rules.Select(rule => Of(rule, path))],
            Evidence = indicator.Evidence,
        };
    }

    private static ValidationRule Of(RuleDefinition rule, string path) => new(rule.Kind, rule.Severity, rule.Part)
    {
        Minimum = rule.Minimum,
        Maximum = rule.Maximum,
        Comparison = rule.Comparison,
        Formula = rule.Formula is { } formula ? FormulaParser.Read(formula, path).Value : null,
        Percent = rule.Percent,
        Message = rule.Message,
    };
}

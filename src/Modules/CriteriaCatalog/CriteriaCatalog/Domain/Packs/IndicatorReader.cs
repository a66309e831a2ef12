using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Contracts.Timing;

namespace LearningCity.CriteriaCatalog.Domain.Packs;

/// <summary>Reads an indicator of a pack.</summary>
internal static class IndicatorReader
{
    internal static IndicatorDefinition Read(PackElement indicator) => new()
    {
        // The order of a pack: unknown fields are noted before what is missing.
        Code = indicator.IsObjectOf(
            "code", "predecessor", "name", "definition", "valueType", "measureUnit", "decimals", "direction", "aggregation", "ownValue",
            "dataSource", "sourceNote", "legalBasis", "counting", "accumulation", "entryMode", "frequency", "window", "numerator",
            "denominator", "factor", "levels", "formula", "registryCount", "reportingCount", "valueSeries", "numeratorSeries",
            "denominatorSeries", "disaggregations", "reporterTypes", "leadAgency", "cooperatingAgencies", "target", "targets", "baseline", "points", "rules", "evidenceHint", "evidence",
            "confidence", "references")
            ? indicator.Text("code")
            : "",
        Predecessor = indicator.TextOrNull("predecessor"),
        Name = indicator.LocalText("name"),
        Definition = indicator.LocalTextOrNull("definition"),
        ValueType = indicator.Choice<IndicatorValueType>("valueType"),
        MeasureUnit = indicator.LocalText("measureUnit"),
        Decimals = indicator.IntegerOrNull("decimals", least: 0) ?? 0,
        Direction = indicator.ChoiceOrNull<Direction>("direction") ?? Direction.Higher,
        Aggregation = indicator.Choice<AggregationRule>("aggregation"),
        OwnValue = indicator.ChoiceOrNull<OwnValue>("ownValue") ?? OwnValue.Replace,
        DataSource = indicator.ChoiceOrNull<IndicatorDataSource>("dataSource") ?? IndicatorDataSource.OfficialData,
        SourceNote = indicator.LocalTextOrNull("sourceNote"),
        LegalBasis = indicator.LocalTextOrNull("legalBasis"),
        Counting = indicator.ChoiceOrNull<IndicatorCounting>("counting") ?? IndicatorCounting.Things,
        Accumulation = indicator.ChoiceOrNull<IndicatorAccumulation>("accumulation") ?? IndicatorAccumulation.Neither,
        EntryMode = indicator.ChoiceOrNull<EntryMode>("entryMode") ?? EntryMode.Increment,
        Frequency = indicator.ChoiceOrNull<IndicatorFrequency>("frequency") ?? IndicatorFrequency.EveryPeriod,
        Window = indicator.ObjectOrNull("window", ReadWindow),
        Numerator = indicator.LocalTextOrNull("numerator"),
        Denominator = indicator.LocalTextOrNull("denominator"),
        Factor = indicator.NumberOrNull("factor"),
        Levels = indicator.List("levels", ReadLevel),
        Formula = indicator.TextOrNull("formula"),
        RegistryCount = indicator.ObjectOrNull("registryCount", ReadRegistryCount),
        ReportingCount = indicator.ObjectOrNull("reportingCount", ReadReportingCount),
        ValueSeries = indicator.ObjectOrNull("valueSeries", ReadSeries),
        NumeratorSeries = indicator.ObjectOrNull("numeratorSeries", ReadSeries),
        DenominatorSeries = indicator.ObjectOrNull("denominatorSeries", ReadSeries),
        Disaggregations = indicator.List("disaggregations", item => item.AsText()),
        ReporterTypes = indicator.List("reporterTypes", item => item.AsText()),
        LeadAgency = indicator.ObjectOrNull("leadAgency", ReadAgency),
        CooperatingAgencies = indicator.List("cooperatingAgencies", ReadAgency),
        Target = indicator.NumberOrNull("target"),
        Targets = indicator.List("targets", ReadTarget),
        Baseline = indicator.ObjectOrNull("baseline", ReadBaseline),
        Points = indicator.List("points", ReadStep),
        Rules = indicator.List("rules", ReadRule),
        EvidenceHint = indicator.LocalTextOrNull("evidenceHint"),
        Evidence = indicator.List("evidence", ReadEvidence),
        Confidence = indicator.ChoiceOrNull<Confidence>("confidence"),
        References = indicator.List("references", item => item.AsText()),
    };

    private static LevelOption ReadLevel(PackElement level) =>
        level.IsObjectOf("code", "name") ? new(level.Text("code"), level.LocalText("name")) : new("", new("", ""));

    private static ReferenceWindow ReadWindow(PackElement window) => new(
        window.IsObjectOf("startMonth", "startDay", "months", "everyMonths") ? window.Integer("startMonth", 1) : 1,
        window.Integer("startDay", 1),
        window.Integer("months", 1),
        window.Integer("everyMonths", 1));

    private static RegistryCount ReadRegistryCount(PackElement count) => new(
        count.IsObjectOf("measure", "unitTypes", "title", "level") ? count.Choice<RegistryMeasure>("measure") : default,
        count.List("unitTypes", item => item.AsText()),
        count.TextOrNull("title"),
        count.TextOrNull("level"));

    private static ReportingCount ReadReportingCount(PackElement count) => new(
        count.IsObjectOf("measure", "unitTypes") ? count.Choice<ReportingMeasure>("measure") : default,
        count.List("unitTypes", item => item.AsText()));

    private static SeriesFigure ReadSeries(PackElement figure) => new(
        figure.IsObjectOf("series", "ageGroup", "sex") ? figure.Text("series") : "",
        figure.TextOrNull("ageGroup") ?? "",
        figure.ChoiceOrNull<PopulationSex>("sex") ?? PopulationSex.Total);

    private static Agency ReadAgency(PackElement agency) => new(
        agency.IsObjectOf("unit", "unitType") ? agency.TextOrNull("unit") : null, agency.TextOrNull("unitType"));

    private static IndicatorTarget ReadTarget(PackElement target) => new(
        target.IsObjectOf("value", "year", "period", "unitType", "unit", "level") ? target.Number("value") : 0)
    {
        Year = target.IntegerOrNull("year", least: 1),
        Period = target.TextOrNull("period"),
        UnitType = target.TextOrNull("unitType"),
        UnitCode = target.TextOrNull("unit"),
        Level = target.TextOrNull("level"),
    };

    private static IndicatorBaseline ReadBaseline(PackElement baseline) => new(
        baseline.IsObjectOf("value", "on") ? baseline.Number("value") : 0, baseline.Date("on"));

    private static PointStep ReadStep(PackElement step) => new(
        step.IsObjectOf("from", "points") ? step.Number("from") : 0, step.Number("points"));

    private static RuleDefinition ReadRule(PackElement rule) => new()
    {
        Kind = rule.IsObjectOf("kind", "severity", "part", "minimum", "maximum", "comparison", "formula", "percent", "message")
            ? rule.Choice<RuleKind>("kind")
            : default,
        Severity = rule.ChoiceOrNull<RuleSeverity>("severity") ?? RuleSeverity.Soft,
        Part = rule.ChoiceOrNull<FormulaPart>("part") ?? FormulaPart.Value,
        Minimum = rule.NumberOrNull("minimum"),
        Maximum = rule.NumberOrNull("maximum"),
        Comparison = rule.ChoiceOrNull<Comparison>("comparison"),
        Formula = rule.TextOrNull("formula"),
        Percent = rule.NumberOrNull("percent"),
        Message = rule.LocalTextOrNull("message"),
    };

    private static RequiredEvidence ReadEvidence(PackElement evidence) => new(
        evidence.IsObjectOf("kind", "mandatory", "name") ? evidence.Choice<EvidenceKind>("kind") : default,
        evidence.Switch("mandatory"),
        evidence.LocalTextOrNull("name"));
}

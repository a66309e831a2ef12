using System.Text.Json;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Contracts.Timing;

namespace LearningCity.CriteriaCatalog.Domain.Packs;

/// <summary>Writes an indicator of a pack, its fields in the order of the schema.</summary>
internal static class IndicatorWriter
{
    internal static void Write(Utf8JsonWriter json, IndicatorDefinition indicator)
    {
        json.WriteStartObject();
        WriteMeaning(json, indicator);
        WriteTime(json, indicator);
        WriteSources(json, indicator);
        WriteAims(json, indicator);
        json.Objects("rules", indicator.Rules, WriteRule);
        json.Text("evidenceHint", indicator.EvidenceHint);
        json.Objects("evidence", indicator.Evidence, WriteEvidence);
        if (indicator.Confidence is { } confidence) json.Choice("confidence", confidence);
        json.Texts("references", indicator.References);
        json.WriteEndObject();
    }

    private static void WriteMeaning(Utf8JsonWriter json, IndicatorDefinition indicator)
    {
        json.WriteString("code", indicator.Code);
        json.Text("predecessor", indicator.Predecessor);
        json.Text("name", indicator.Name);
        json.Text("definition", indicator.Definition);
        json.Choice("valueType", indicator.ValueType);
        json.Text("measureUnit", indicator.MeasureUnit);
        if (indicator.Decimals != 0) json.WriteNumber("decimals", indicator.Decimals);
        json.Choice("direction", indicator.Direction, Direction.Higher);
        json.Choice("aggregation", indicator.Aggregation);
        json.Choice("ownValue", indicator.OwnValue, OwnValue.Replace);
        json.Choice("dataSource", indicator.DataSource, IndicatorDataSource.OfficialData);
        json.Text("sourceNote", indicator.SourceNote);
        json.Text("legalBasis", indicator.LegalBasis);
        json.Choice("counting", indicator.Counting, IndicatorCounting.Things);
    }

    private static void WriteTime(Utf8JsonWriter json, IndicatorDefinition indicator)
    {
        json.Choice("accumulation", indicator.Accumulation, IndicatorAccumulation.Neither);
        json.Choice("entryMode", indicator.EntryMode, EntryMode.Increment);
        json.Choice("frequency", indicator.Frequency, IndicatorFrequency.EveryPeriod);
        json.Object("window", indicator.Window, (inner, window) =>
        {
            inner.WriteNumber("startMonth", window.StartMonth);
            inner.WriteNumber("startDay", window.StartDay);
            inner.WriteNumber("months", window.Months);
            inner.WriteNumber("everyMonths", window.EveryMonths);
        });
    }

    private static void WriteSources(Utf8JsonWriter json, IndicatorDefinition indicator)
    {
        json.Text("numerator", indicator.Numerator);
        json.Text("denominator", indicator.Denominator);
        json.Number("factor", indicator.Factor);
        if (indicator.Levels.Count > 0)
        {
            json.WriteStartArray("levels");
            foreach (var level in indicator.Levels) json.Coded(level.Code, level.Name);
            json.WriteEndArray();
        }

        json.Text("formula", indicator.Formula);
        json.Object("registryCount", indicator.RegistryCount, (inner, count) =>
        {
            inner.Choice("measure", count.Measure);
            inner.Texts("unitTypes", count.UnitTypes);
            inner.Text("title", count.Title);
            inner.Text("level", count.Level);
        });
        json.Object("reportingCount", indicator.ReportingCount, (inner, count) =>
        {
            inner.Choice("measure", count.Measure);
            inner.Texts("unitTypes", count.UnitTypes);
        });
        json.Object("valueSeries", indicator.ValueSeries, WriteSeries);
        json.Object("numeratorSeries", indicator.NumeratorSeries, WriteSeries);
        json.Object("denominatorSeries", indicator.DenominatorSeries, WriteSeries);
        json.Texts("disaggregations", indicator.Disaggregations);
        json.Texts("reporterTypes", indicator.ReporterTypes);
        json.Object("leadAgency", indicator.LeadAgency, WriteAgency);
        json.Objects("cooperatingAgencies", indicator.CooperatingAgencies, WriteAgency);
    }

    private static void WriteAims(Utf8JsonWriter json, IndicatorDefinition indicator)
    {
        json.Number("target", indicator.Target);
        json.Objects("targets", indicator.Targets, WriteTarget);
        json.Object("baseline", indicator.Baseline, (inner, baseline) =>
        {
            inner.WriteNumber("value", baseline.Value);
            inner.Date("on", baseline.On);
        });
        json.Objects("points", indicator.Points, (inner, step) =>
        {
            inner.WriteNumber("from", step.From);
            inner.WriteNumber("points", step.Points);
        });
    }

    private static void WriteSeries(Utf8JsonWriter json, SeriesFigure figure)
    {
        json.WriteString("series", figure.Series);
        if (figure.AgeGroup.Length > 0) json.WriteString("ageGroup", figure.AgeGroup);
        json.Choice("sex", figure.Sex, PopulationSex.Total);
    }

    private static void WriteAgency(Utf8JsonWriter json, Agency agency)
    {
        json.Text("unit", agency.UnitCode);
        json.Text("unitType", agency.UnitType);
    }

    private static void WriteTarget(Utf8JsonWriter json, IndicatorTarget target)
    {
        json.WriteNumber("value", target.Value);
        json.Number("year", target.Year);
        json.Text("period", target.Period);
        json.Text("unitType", target.UnitType);
        json.Text("unit", target.UnitCode);
        json.Text("level", target.Level);
    }

    private static void WriteRule(Utf8JsonWriter json, RuleDefinition rule)
    {
        json.Choice("kind", rule.Kind);
        json.Choice("severity", rule.Severity, RuleSeverity.Soft);
        json.Choice("part", rule.Part, FormulaPart.Value);
        json.Number("minimum", rule.Minimum);
        json.Number("maximum", rule.Maximum);
        if (rule.Comparison is { } comparison) json.Choice("comparison", comparison);
        json.Text("formula", rule.Formula);
        json.Number("percent", rule.Percent);
        json.Text("message", rule.Message);
    }

    private static void WriteEvidence(Utf8JsonWriter json, RequiredEvidence evidence)
    {
        json.Choice("kind", evidence.Kind);
        if (evidence.Mandatory) json.WriteBoolean("mandatory", true);
        json.Text("name", evidence.Name);
    }
}

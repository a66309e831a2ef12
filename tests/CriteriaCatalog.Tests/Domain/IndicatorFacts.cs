using FsCheck;
using FsCheck.Fluent;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.CriteriaCatalog.Domain;
using static LearningCity.CriteriaCatalog.Tests.Domain.Contents;

namespace LearningCity.CriteriaCatalog.Tests.Domain;

/// <summary>Arbitrary facts of an indicator beyond its value: rules, targets, evidence, sources.</summary>
internal static class IndicatorFacts
{
    private static readonly Gen<string?> Codes = Gen.Elements(null, "I1", "1.1.1-a", "DOET");

    private static readonly Gen<IndicatorTarget> Targets =
        from value in Numbers
        from year in MaybeValue(Gen.Choose(2000, 2200))
        from period in Codes
        from type in Codes
        from unit in Codes
        from level in Codes
        select new IndicatorTarget(value) { Year = year, Period = period, UnitType = type, UnitCode = unit, Level = level };

    private static readonly Gen<RuleDefinition> Rules =
        from kind in Gen.Elements(Enum.GetValues<RuleKind>())
        from severity in Gen.Elements(Enum.GetValues<RuleSeverity>())
        from part in Gen.Elements(Enum.GetValues<FormulaPart>())
        from least in MaybeValue(Numbers)
        from most in MaybeValue(Numbers)
        from comparison in MaybeValue(Gen.Elements(Enum.GetValues<Comparison>()))
        from formula in Maybe(Words)
        from message in Maybe(Texts)
        select new RuleDefinition
        {
            Kind = kind,
            Severity = severity,
            Part = part,
            Minimum = least,
            Maximum = most,
            Comparison = comparison,
            Formula = formula,
            Percent = least,
            Message = message,
        };

    private static readonly Gen<RequiredEvidence> Evidence =
        from kind in Gen.Elements(Enum.GetValues<EvidenceKind>())
        from mandatory in Gen.Elements(true, false)
        from name in Maybe(Texts)
        select new RequiredEvidence(kind, mandatory, name);

    private static readonly Gen<Agency> Agencies = from unit in Codes from type in Codes select new Agency(unit, type);

    private static readonly Gen<SeriesFigure> Figures =
        from series in Gen.Elements("population", "dan-so")
        from ages in Gen.Elements("", "15-60", "65+", "5")
        from sex in Gen.Elements(Enum.GetValues<PopulationSex>())
        select new SeriesFigure(series, ages, sex);

    private static readonly Gen<PointStep> Steps = from value in Numbers from points in Numbers select new PointStep(value, points);

    private static readonly Gen<ReferenceWindow> Windows =
        from month in Gen.Choose(1, 12) from day in Gen.Choose(1, 28) from months in Gen.Choose(1, 24) select new ReferenceWindow(month, day, months, months);

    /// <summary>Only the facts count; the rest is put in place by whoever asks.</summary>
    internal static Gen<IndicatorDefinition> Any { get; } =
        from texts in Maybe(Texts).ArrayOf(3)
        from predecessor in Codes
        from entry in Gen.Elements(Enum.GetValues<EntryMode>())
        from frequency in Gen.Elements(Enum.GetValues<IndicatorFrequency>())
        from window in Maybe(Windows)
        from formula in Maybe(Words)
        from registry in Maybe(Gen.Elements(Enum.GetValues<RegistryMeasure>()).Select(measure => new RegistryCount(measure, ["ward"], predecessor, null)))
        from reporting in Maybe(Gen.Elements(Enum.GetValues<ReportingMeasure>()).Select(measure => new ReportingCount(measure, [])))
        from series in Maybe(Figures).ArrayOf(3)
        from dimensions in Gen.SubListOf("sex", "age")
        from lead in Maybe(Agencies.Where(agency => agency != new Agency(null, null)))
        from cooperating in Agencies.ArrayOf().Resize(2)
        from targets in Targets.ArrayOf().Resize(3)
        from baseline in Maybe(Numbers.Select(value => new IndicatorBaseline(value, new DateOnly(2023, 12, 31))))
        from steps in Steps.ArrayOf().Resize(3)
        from rules in Rules.ArrayOf().Resize(3)
        from evidence in Evidence.ArrayOf().Resize(2)
        select new IndicatorDefinition
        {
            Code = "I",
            Name = new("", ""),
            ValueType = default,
            MeasureUnit = new("", ""),
            Aggregation = default,
            Definition = texts[0],
            SourceNote = texts[1],
            LegalBasis = texts[2],
            Predecessor = predecessor,
            EntryMode = entry,
            Frequency = frequency,
            Window = window,
            Formula = formula,
            RegistryCount = registry,
            ReportingCount = reporting,
            ValueSeries = series[0],
            NumeratorSeries = series[1],
            DenominatorSeries = series[2],
            Disaggregations = [.. dimensions],
            LeadAgency = lead,
            CooperatingAgencies = cooperating,
            Targets = targets,
            Baseline = baseline,
            Points = steps,
            Rules = rules,
            Evidence = evidence,
        };

    internal static Gen<Dimension[]> Dimensions { get; } = (
        from name in Texts
        from categories in Texts.ArrayOf().Resize(2)
        select new Dimension("sex", name, [.. categories.Select((category, i) => new DimensionCategory($"c{i}", category))]))
        .ArrayOf().Resize(2).Select(dimensions => dimensions.Select((dimension, i) => dimension with { Code = $"d{i}" }).ToArray());

    internal static Gen<SetScoring> Scorings { get; } =
        from mode in Gen.Elements(Enum.GetValues<ScoringMode>())
        from name in Texts
        from thresholds in MaybeValue(Numbers).ArrayOf().Resize(3)
        select new SetScoring(mode, [.. thresholds.Select((threshold, i) => new ScoringGrade($"g{i}", name, threshold))]);
}

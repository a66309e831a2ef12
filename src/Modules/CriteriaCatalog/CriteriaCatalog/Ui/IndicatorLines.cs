using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Ui;

/// <summary>A fact of an indicator as a line of its details.</summary>
internal sealed record FactLine(LocalText Label, LocalText Text);

/// <summary>The facts of an indicator beyond its value, each as a line in both languages; what it does not say has no line.</summary>
internal sealed class IndicatorLines
{
    private readonly List<FactLine> _lines = [];
    private readonly IndicatorDefinition _indicator;
    private readonly SetContent _set;

    private IndicatorLines(IndicatorDefinition indicator, SetContent set) => (_indicator, _set) = (indicator, set);

    internal static IReadOnlyList<FactLine> Of(IndicatorDefinition indicator, SetContent set)
    {
        var lines = new IndicatorLines(indicator, set);
        lines.AddMeaning();
        lines.AddSources();
        lines.AddAims();
        lines.AddChecks();
        return lines._lines;
    }

    private void AddMeaning()
    {
        if (_indicator.Predecessor is { } before) Add("Mã trước đây", "Earlier code", Same(before));
        Add("Định nghĩa", "Definition", _indicator.Definition);
        Add("Lấy số liệu từ", "Taken from", _indicator.SourceNote);
        Add("Căn cứ pháp lý", "Legal basis", _indicator.LegalBasis);
        if (_indicator.Frequency != IndicatorFrequency.EveryPeriod)
            Add("Tần suất", "Frequency", FactWords.Of(_indicator.Frequency, _indicator.Window));
        if (_indicator.EntryMode == EntryMode.YearToDate) Add("Cách nhập", "Entry", new("Lũy kế từ đầu năm", "Since the year began"));
    }

    private void AddSources()
    {
        if (_indicator.Formula is { } formula) Add("Công thức", "Formula", Same(formula));
        if (_indicator.RegistryCount is { } registry)
        {
            Add("Đếm từ danh bạ đơn vị", "Counted in the registry", Joined(
                [FactWords.Of(registry.Measure), .. registry.Title is { } title ? [Same(title)] : Array.Empty<LocalText>(), .. registry.UnitTypes.Select(CatalogWords.UnitType)], ", "));
        }

        if (_indicator.ReportingCount is { } reporting)
            Add("Đếm từ việc báo cáo", "Counted in the reporting", Joined([FactWords.Of(reporting.Measure), .. reporting.UnitTypes.Select(CatalogWords.UnitType)], ", "));
        Add("Dãy số tham chiếu cho giá trị", "Reference series of the value", Figure(_indicator.ValueSeries));
        Add("Dãy số tham chiếu cho tử số", "Reference series of the numerator", Figure(_indicator.NumeratorSeries));
        Add("Dãy số tham chiếu cho mẫu số", "Reference series of the denominator", Figure(_indicator.DenominatorSeries));
        AddAll("Phân tổ theo", "Broken down by", _indicator.Disaggregations.Select(Dimension));
        if (_indicator.LeadAgency is { } lead) Add("Chủ trì", "Lead agency", Name(lead));
        AddAll("Phối hợp", "With", _indicator.CooperatingAgencies.Select(Name));
    }

    private void AddAims()
    {
        AddAll("Chỉ tiêu riêng", "Further targets", _indicator.Targets.Select(Target));
        if (_indicator.Baseline is { } baseline)
            Add("Xuất phát điểm", "Baseline", In(language => $"{Number(baseline.Value, language)} ({Display.Date(baseline.On, language)})"));
        var sign = _indicator.Direction == Direction.Lower ? "≤" : "≥";
        AddAll("Điểm", "Points", _indicator.Points.Select(step => In(language => $"{sign} {Number(step.From, language)}: {Number(step.Points, language)}")));
    }

    private void AddChecks()
    {
        AddAll("Quy tắc kiểm tra", "Checks", _indicator.Rules.Select(Rule));
        AddAll("Loại minh chứng", "Kinds of evidence", _indicator.Evidence.Select(evidence => In(language =>
            (evidence.Name ?? FactWords.Of(evidence.Kind)).In(language) + (evidence.Mandatory ? language == Language.En ? " (mandatory)" : " (bắt buộc)" : ""))));
    }

    private static LocalText? Figure(SeriesFigure? figure) => figure is null ? null : In(language =>
    {
        var ages = figure.AgeGroup.Length == 0 ? "" : language == Language.En ? $"aged {figure.AgeGroup}" : $"{figure.AgeGroup} tuổi";
        var sex = figure.Sex == PopulationSex.Total ? "" : SeriesWords.Of(figure.Sex).In(language).ToLower(System.Globalization.CultureInfo.InvariantCulture);
        return string.Join(", ", ((string[])[figure.Series, ages, sex]).Where(part => part.Length > 0));
    });

    private LocalText Dimension(string code) => _set.Dimensions.FirstOrDefault(dimension => dimension.Code == code) is { } dimension
        ? In(language => $"{dimension.Name.In(language)} ({string.Join(", ", dimension.Categories.Select(category => category.Name.In(language)))})")
        : Same(code);

    private LocalText Target(IndicatorTarget target) => In(language =>
    {
        var english = language == Language.En;
        string?[] parts =
        [
            target.UnitType is { } type ? CatalogWords.UnitType(type).In(language) : target.UnitCode,
            target.Year is { } year ? (english ? $"by {year}" : $"đến {year}") : target.Period,
            target.Level is { } level ? Grade(level).In(language) : null,
        ];
        var details = string.Join(", ", parts.Where(part => part is not null));
        return Number(target.Value, language) + (details.Length > 0 ? $" ({details})" : "");
    });

    private LocalText Grade(string code) =>
        (_set.Scoring ?? SetScoring.TrackingOnly).Grades.FirstOrDefault(grade => grade.Code == code)?.Name ?? Same(code);

    private static LocalText Rule(RuleDefinition rule) => In(language =>
    {
        var english = language == Language.En;
        var part = FactWords.Of(rule.Part)?.In(language) ?? (english ? "value" : "giá trị");
        var sentence = rule.Kind switch
        {
            RuleKind.Relation => $"{part} {FactWords.Sign(rule.Comparison)} {rule.Formula}",
            RuleKind.Change => english
                ? $"{part} changes by at most {Number(rule.Percent ?? 0, language)}%"
                : $"{part} thay đổi không quá {Number(rule.Percent ?? 0, language)}%",
            _ => (rule.Minimum, rule.Maximum) switch
            {
                ({ } least, { } most) => $"{part} {Number(least, language)}-{Number(most, language)}",
                ({ } least, null) => $"{part} ≥ {Number(least, language)}",
                (null, { } most) => $"{part} ≤ {Number(most, language)}",
                _ => part,
            },
        };
        return $"{sentence} ({FactWords.Of(rule.Severity).In(language).ToLower(System.Globalization.CultureInfo.InvariantCulture)})";
    });

    private static LocalText Name(Agency agency) => agency.UnitType is { } type ? CatalogWords.UnitType(type) : Same(agency.UnitCode ?? "");

    private static string Number(decimal number, Language language) => Display.Number(number, language);

    private static LocalText In(Func<Language, string> text) => new(text(Language.Vi), text(Language.En));

    private static LocalText Same(string text) => new(text, text);

    private static LocalText Joined(IEnumerable<LocalText> texts, string separator)
    {
        var all = texts.ToList();
        return In(language => string.Join(separator, all.Select(text => text.In(language))));
    }

    private void AddAll(string vi, string en, IEnumerable<LocalText> texts)
    {
        var all = texts.ToList();
        if (all.Count > 0) Add(vi, en, Joined(all, " · "));
    }

    private void Add(string vi, string en, LocalText? text)
    {
        if (text is not null) _lines.Add(new FactLine(new(vi, en), text));
    }
}

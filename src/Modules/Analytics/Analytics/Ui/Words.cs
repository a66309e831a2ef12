using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Domain;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.BuildingBlocks.Ui.Charts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.Analytics.Ui;

/// <summary>How figures of this module read, on screen and on paper alike.</summary>
internal static class Words
{
    /// <summary>The figure, or the sign that stands for its absence.</summary>
    internal static string Value(FigureItem figure, Indicator indicator, Language language) => figure.State switch
    {
        FigureState.Value => Number(figure.Value!.Value, indicator, language),
        FigureState.NotApplicable => Display.NotApplicable,
        FigureState.NotAvailable => Display.NotAvailable,
        _ => Display.NotReported,
    };

    /// <summary>The figure as a headline shows it; null where nothing is reported.</summary>
    internal static string? Headline(IndicatorLine line, Language language) =>
        line.Now.State == FigureState.NotReported ? null : Value(line.Now, line.Indicator, language);

    /// <summary>A number in the indicator's decimals; shares with their sign.</summary>
    internal static string Number(decimal value, Indicator indicator, Language language)
    {
        var decimals = IsShare(indicator) ? Math.Max(1, indicator.Decimals) : indicator.Decimals;
        var rounded = Math.Round(value, decimals, MidpointRounding.ToEven);
        return Display.Number(rounded, language, decimals) + (IsShare(indicator) ? "%" : "");
    }

    /// <summary>The target; the sign for "not applicable" where none is set.</summary>
    internal static string Target(IndicatorLine line, Language language) => Target(line.Target, line.Indicator, language);

    /// <summary>A value to reach, as people read it; the sign for "not applicable" where none is set.</summary>
    internal static string Target(decimal? target, Indicator indicator, Language language) => target switch
    {
        not { } => Display.NotApplicable,
        { } place when indicator.Levels.Count > 0 && place >= 1 && place <= indicator.Levels.Count && place == decimal.Truncate(place) =>
            indicator.Levels[(int)place - 1].Name.In(language),
        { } value => Number(value, indicator, language),
    };

    /// <summary>The change since the period before; null where there is none to tell.</summary>
    internal static string? Change(IndicatorLine line, Language language)
    {
        if (line.Change is not { } change) return null;
        var indicator = line.Indicator;
        if (IsShare(indicator)) return Display.PointChange(change / 100, language, Math.Max(1, indicator.Decimals));
        var relative = Display.RelativeChange(line.Before!.Value!.Value, line.Now.Value!.Value, language);
        var absolute = Display.Change(change, language, indicator.Decimals);
        return relative is null ? absolute : $"{absolute} ({relative})";
    }

    /// <summary>The unit of measure beside a number; none beside a share, which has its sign.</summary>
    internal static string? MeasureUnit(Indicator indicator, Language language) => IsShare(indicator) ? null : indicator.MeasureUnit.In(language);

    /// <summary>Up, down, or neither: what rounds to no change is none.</summary>
    internal static int Sign(IndicatorLine line)
    {
        if (line.Change is not { } change) return 0;
        var decimals = IsShare(line.Indicator) ? Math.Max(1, line.Indicator.Decimals) : line.Indicator.Decimals;
        return Math.Sign(Math.Round(change, decimals, MidpointRounding.ToEven));
    }

    internal static Judgement Judge(IndicatorLine line) => (Sign(line), line.Indicator.Direction) switch
    {
        (0, _) or (_, Direction.Neither) => Judgement.Neutral,
        (1, Direction.Higher) or (-1, Direction.Lower) => Judgement.Better,
        _ => Judgement.Worse,
    };

    internal static TargetLevel Level(IndicatorLine line) => line.Standing switch
    {
        TargetStanding.Met => TargetLevel.Met,
        TargetStanding.Near => TargetLevel.Near,
        TargetStanding.Missed => TargetLevel.Missed,
        _ => TargetLevel.NoData,
    };

    internal static bool IsPartial(FigureItem figure) => figure.Approved < figure.Expected;

    /// <summary>The states of reports as one bar shows them.</summary>
    internal static IReadOnlyList<StackPart> Parts(StandingCounts counts, Language language)
    {
        LocalText[] names =
        [
            new("Đã duyệt", "Approved"), new("Chờ duyệt", "Awaiting review"), new("Cần bổ sung", "To revise"), new("Đang nhập", "In progress"),
            new("Chưa thực hiện", "Not started"),
        ];
        return
        [
            new(names[0].In(language), counts.Approved, ChartFill.Approved),
            new(names[1].In(language), counts.Submitted, ChartFill.Submitted),
            new(names[2].In(language), counts.Returned, ChartFill.Returned),
            new(names[3].In(language), counts.InProgress, ChartFill.Draft),
            new(names[4].In(language), counts.NotStarted, ChartFill.NotStarted),
        ];
    }

    /// <summary>How the indicators of an area stand, as one bar shows it.</summary>
    internal static IReadOnlyList<StackPart> Parts(IEnumerable<IndicatorLine> lines, Language language)
    {
        var levels = lines.Select(line => line.Standing).ToList();
        return
        [
            new(language == Language.En ? "Met" : "Đạt", levels.Count(level => level == TargetStanding.Met), ChartFill.Met),
            new(language == Language.En ? "Nearly met" : "Gần đạt", levels.Count(level => level == TargetStanding.Near), ChartFill.Near),
            new(language == Language.En ? "Not met" : "Chưa đạt", levels.Count(level => level == TargetStanding.Missed), ChartFill.Missed),
            new(
                language == Language.En ? "No target or no data" : "Chưa có chỉ tiêu hoặc số liệu",
                levels.Count(level => level == TargetStanding.Unknown), ChartFill.NoData),
        ];
    }

    /// <summary>A group of units that should have a steering committee.</summary>
    internal static LocalText CommitteeGroup(string group) => group switch
    {
        "district" => new("Quận, huyện, thành phố thuộc thành phố", "Districts"),
        "commune_level" => new("Phường, xã, thị trấn, đặc khu", "Wards, communes, townships, special zone"),
        "high_school" => new("Trường trung học phổ thông", "High schools"),
        "cec" => new("Trung tâm giáo dục thường xuyên", "Continuing education centres"),
        _ => new(group, group),
    };

    /// <summary>Groups that existed on the date.</summary>
    internal static IEnumerable<CommitteeCoverage> Existing(IEnumerable<CommitteeCoverage> groups) => groups.Where(group => group.Expected > 0);

    private static bool IsShare(Indicator indicator) =>
        indicator.ValueType is IndicatorValueType.Percent or IndicatorValueType.YesNo or IndicatorValueType.Level;

    /// <summary>What a document was made for.</summary>
    internal static LocalText Occasion(DocumentOccasion occasion) => occasion switch
    {
        DocumentOccasion.Closing => new("Theo lịch, khi kỳ đóng", "By schedule, when the period closed"),
        DocumentOccasion.Sealing => new("Theo lịch, khi niêm phong", "By schedule, when an edition was sealed"),
        DocumentOccasion.Meeting => new("Theo lịch, trước cuộc họp", "By schedule, before a meeting"),
        DocumentOccasion.Calendar => new("Theo lịch hằng tháng", "By the monthly calendar"),
        _ => new("Theo yêu cầu", "On demand"),
    };
}

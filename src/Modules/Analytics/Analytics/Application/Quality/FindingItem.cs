using LearningCity.Analytics.Application.Rollups;
using LearningCity.Analytics.Domain.Quality;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Analytics.Application.Quality;

/// <summary>A conspicuous figure as lists show it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Period">Code of the period.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitCode">Its code in the period.</param>
/// <param name="UnitName">Its name in the period.</param>
/// <param name="Indicator">Code of the indicator; of a report that repeats the last one, the first that is the same.</param>
/// <param name="IndicatorName">What is measured.</param>
/// <param name="SubmissionId">The report.</param>
/// <param name="Kind">Why it is conspicuous.</param>
/// <param name="Method">By which method, threshold and source that was judged.</param>
/// <param name="State">What became of it.</param>
/// <param name="Value">The figure, in the unit shown.</param>
/// <param name="Before">That of the last period.</param>
/// <param name="Change">Of a change: by what share of what it was.</param>
/// <param name="Score">Of an outlier: its modified z-score.</param>
/// <param name="Median">Of an outlier: the median that it lies far from, in the unit shown.</param>
/// <param name="Count">Of an outlier: among how many figures. Of a copy: how many were compared.</param>
/// <param name="Same">Of a copy: how many are the same.</param>
/// <param name="FoundAt">When it was first found.</param>
/// <param name="Note">What was said when it was settled.</param>
/// <param name="SettledBy">Who settled it.</param>
/// <param name="SettledAt">When.</param>
/// <param name="Version">Grows with every change.</param>
internal sealed record FindingItem(
    Guid Id, string Period, Guid UnitId, string UnitCode, LocalText UnitName, string Indicator, LocalText IndicatorName, Guid SubmissionId,
    FigureFlagKind Kind, LocalText Method, FindingState State, decimal? Value, decimal? Before, decimal? Change, decimal? Score, decimal? Median,
    int? Count, int? Same, DateTimeOffset FoundAt, string? Note, Guid? SettledBy, DateTimeOffset? SettledAt, int Version)
{
    internal Indicator? Definition { get; private init; }

    internal static FindingItem Of(QualityFinding finding, PeriodFrame frame)
    {
        var (unit, place) = (frame.Rollup.UnitOf(finding.UnitId), frame.Rollup.IndicatorOf(finding.IndicatorId));
        var indicator = place < 0 ? null : frame.Indicators[place];
        var factor = indicator?.ValueType is IndicatorValueType.Percent or IndicatorValueType.Ratio ? indicator.Factor : 1;
        return new(
            finding.Id, frame.Period.Code, finding.UnitId, finding.UnitCode, unit < 0 ? new(finding.UnitCode, finding.UnitCode) : frame.Units[unit].Name,
            finding.IndicatorCode, indicator?.Name ?? new(finding.IndicatorCode, finding.IndicatorCode), finding.SubmissionId, finding.Kind,
            QualityMethods.Of(finding.Kind), finding.State, finding.Value * factor, finding.Before * factor, finding.Change, finding.Score,
            finding.Median * factor, finding.Count, finding.Same, finding.FoundAt, finding.Note, finding.SettledBy, finding.SettledAt, finding.Version)
        {
            Definition = indicator,
        };
    }
}

/// <summary>How figures are judged: method, threshold and source, in words.</summary>
internal static class QualityMethods
{
    /// <summary>The method of a kind of finding.</summary>
    internal static LocalText Of(FigureFlagKind kind) => kind switch
    {
        FigureFlagKind.History => new(
            "Điểm z hiệu chỉnh so với các kỳ của chính đơn vị (từ 5 số liệu), ngưỡng |M| > 3,5. Nguồn: Iglewicz và Hoaglin, How to Detect and Handle Outliers, 1993.",
            "Modified z-score among the unit's own periods (5 figures or more), threshold |M| > 3.5. Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993."),
        FigureFlagKind.Peers => new(
            "Điểm z hiệu chỉnh so với các đơn vị cùng loại (từ 8 đơn vị), ngưỡng |M| > 3,5. Nguồn: Iglewicz và Hoaglin, How to Detect and Handle Outliers, 1993.",
            "Modified z-score among units of the same type (8 units or more), threshold |M| > 3.5. Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993."),
        FigureFlagKind.Change => new(
            "Thay đổi so với kỳ trước vượt ngưỡng của chỉ số; khi bộ tiêu chí không đặt ngưỡng: 50%. Nguồn: quy tắc của bộ tiêu chí.",
            "Change since the last period beyond the indicator's threshold; 50% where the criteria set names none. Source: the criteria set's rules."),
        FigureFlagKind.Lost => new(
            "Kỳ trước có số liệu, kỳ này trả lời không áp dụng hoặc không có số liệu. Nguồn: quy tắc của hệ thống.",
            "There was a figure in the last period, and now it does not apply or is not available. Source: the product's own rule."),
        FigureFlagKind.Rule => new(
            "Trái một quy tắc mềm của bộ tiêu chí, hoặc các thành phần không cộng đúng tổng. Nguồn: quy tắc của bộ tiêu chí.",
            "A soft rule of the criteria set asks about it, or its parts do not add up. Source: the criteria set's rules."),
        _ => new(
            "Từ 80% số liệu khác 0 (ít nhất 5) trùng kỳ trước đến từng chữ số. Không có ngưỡng ban hành; ngưỡng của hệ thống.",
            "80% or more of the figures other than zero (5 at least) equal the last period's to the digit. No authority sets a threshold; it is the product's own."),
    };
}

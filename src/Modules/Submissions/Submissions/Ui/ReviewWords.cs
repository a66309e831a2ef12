using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Application.Review;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Ui;

/// <summary>How what a figure is judged by reads.</summary>
internal static class ReviewWords
{
    /// <summary>The reasons of a return, in the order of the list.</summary>
    internal static IReadOnlyList<(string Value, LocalText Label)> Reasons { get; } =
    [
        .. new[] { ReturnReason.Evidence, ReturnReason.Unexplained, ReturnReason.Inconsistent, ReturnReason.Measure, ReturnReason.Incomplete, ReturnReason.Other }
            .Select(reason => (SnakeCase.Of(reason), Reason(reason))),
    ];

    internal static LocalText Reason(ReturnReason reason) => reason switch
    {
        ReturnReason.Evidence => new("Chưa khớp minh chứng", "Does not agree with the evidence"),
        ReturnReason.Unexplained => new("Thay đổi nhiều, chưa giải thích", "Changed much, without an explanation"),
        ReturnReason.Inconsistent => new("Chưa khớp với chỉ số khác", "Does not agree with another figure"),
        ReturnReason.Measure => new("Có thể nhầm đơn vị tính", "The unit of measure looks mistaken"),
        ReturnReason.Incomplete => new("Còn thiếu", "Something is left out"),
        _ => new("Lý do khác", "Another reason"),
    };

    /// <summary>A median of figures, as the figures themselves are shown.</summary>
    internal static string Figure(Indicator indicator, decimal figure, Language language) => indicator.ValueType switch
    {
        IndicatorValueType.Percent => Display.Percent(figure, language, Math.Max(1, indicator.Decimals)),
        IndicatorValueType.Ratio => Display.Number(figure * indicator.Factor, language, indicator.Decimals),
        _ => Display.Number(figure, language, decimal.IsInteger(figure) ? 0 : Math.Max(1, indicator.Decimals)),
    };

    /// <summary>How a figure changed since the last period, or that there is nothing to compare.</summary>
    internal static string Change(Indicator indicator, PackedCell now, PackedCell? before, Language language) =>
        CellWords.Change(indicator, now, before, language) is { Length: > 0 } change ? change : Display.NotApplicable;

    /// <summary>A value to reach; a percentage is set in percent.</summary>
    internal static string Target(Indicator indicator, decimal target, Language language)
    {
        var number = indicator.ValueType switch
        {
            IndicatorValueType.Percent or IndicatorValueType.YesNo => Display.Number(target, language) + "%",
            IndicatorValueType.Level when target >= 1 && target <= indicator.Levels.Count => indicator.Levels[(int)target - 1].Name.In(language),
            _ => Display.Number(target, language),
        };
        return indicator.Direction == Direction.Lower ? $"≤ {number}" : $"≥ {number}";
    }

    /// <summary>Why a figure is flagged, each reason in one line.</summary>
    internal static IEnumerable<string> Flags(Indicator indicator, CellJudgement judgement, Language language)
    {
        string T(string vi, string en) => language == Language.En ? en : vi;
        if (judgement.Change is { } change)
        {
            var percent = Display.Percent(Math.Abs(change), language, 0);
            yield return change > 0
                ? T($"Tăng {percent} so với kỳ trước", $"Up {percent} on the last period")
                : T($"Giảm {percent} so với kỳ trước", $"Down {percent} on the last period");
        }

        if (judgement.Flags.HasFlag(FlagKind.History) && judgement.History is { } own && judgement.HistoryScore is { } ownScore)
        {
            yield return T(
                $"Khác thường trong {own.Count} kỳ của đơn vị: trung vị {Figure(indicator, own.Median, language)}, z = {Score(ownScore, language)}",
                $"Unusual among the unit's own {own.Count} periods: median {Figure(indicator, own.Median, language)}, z = {Score(ownScore, language)}");
        }

        if (judgement.Flags.HasFlag(FlagKind.Peers) && judgement.Peers is { } peers && judgement.PeersScore is { } score)
        {
            yield return T(
                $"Khác thường so với {peers.Spread.Count} đơn vị cùng loại{(peers.OfLastPeriod ? " kỳ trước" : "")}: z = {Score(score, language)}",
                $"Unusual against {peers.Spread.Count} units of its type{(peers.OfLastPeriod ? " in the last period" : "")}: z = {Score(score, language)}");
        }

        foreach (var question in judgement.Questions) yield return question.Message(language);
        if (judgement.Flags.HasFlag(FlagKind.Lost)) yield return T("Kỳ trước có số liệu, kỳ này không có", "There was a figure in the last period and there is none now");
    }

    /// <summary>Which method finds the outliers.</summary>
    internal static string Method(Language language) => language == Language.En
        ? $"z: modified z-score after Iglewicz and Hoaglin (1993), 0.6745 × (value - median) / MAD; flagged beyond ±{Display.Number(RobustSpread.Threshold, language)}."
        : $"z: điểm z hiệu chỉnh theo Iglewicz và Hoaglin (1993), 0,6745 × (giá trị - trung vị) / MAD; gắn cờ khi vượt ±{Display.Number(RobustSpread.Threshold, language)}.";

    internal static string Score(decimal score, Language language) => Display.Number(score, language, 1);
}

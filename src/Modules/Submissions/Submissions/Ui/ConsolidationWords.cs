using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Ui;

/// <summary>How a cell that puts together what the units below gave reads.</summary>
internal static class ConsolidationWords
{
    /// <summary>What the units below give, and from how many of them.</summary>
    internal static string Given(CellView cell, Language language)
    {
        if (cell.Consolidated is not { Now: var figure }) return "";
        var of = language == Language.En ? $"{figure.Reports} of {figure.Owing} units below, approved" : $"{figure.Reports}/{figure.Owing} đơn vị cấp dưới đã duyệt";
        if (Consolidating.IsCounted(cell.Indicator)) return $"{of}{(figure.Answers.Count == 0 ? "." : $": {Answers(cell.Indicator, figure.Answers, language)}.")}";
        return figure.Amount is { } amount
            ? language == Language.En ? $"Consolidated from {of}: {Text(amount, language)}." : $"Tổng hợp từ {of}: {Text(amount, language)}."
            : language == Language.En ? $"Nothing to consolidate yet ({of})." : $"Chưa có số để tổng hợp ({of}).";
    }

    /// <summary>How the cell stands to it.</summary>
    internal static string Way(CellView cell, Language language) => (cell.Consolidated?.Kept?.Way, language) switch
    {
        (CellWay.Consolidated, Language.En) => "Taken as consolidated.",
        (CellWay.Consolidated, _) => "Lấy theo số tổng hợp.",
        (CellWay.Addition, Language.En) => $"{Text(cell.Consolidated!.OwnOf(cell.Now)!.Value, language)} of the unit's own was added.",
        (CellWay.Addition, _) => $"Đã cộng thêm {Text(cell.Consolidated!.OwnOf(cell.Now)!.Value, language)} của đơn vị.",
        (CellWay.Override, Language.En) => "Another figure than the consolidated one; the comment says why.",
        (CellWay.Override, _) => "Nhập số khác số tổng hợp; lý do ghi tại ghi chú.",
        _ => "",
    };

    /// <summary>What the units below gave when the cell was set, in a table.</summary>
    internal static string Then(CellView cell, Language language) => cell.Consolidated?.Kept is { } kept
        ? Text(kept.Seen, language)
        : language == Language.En ? "set without it" : "nhập khi chưa có";

    /// <summary>What they give now.</summary>
    internal static string Now(CellView cell, Language language) =>
        cell.Consolidated?.Now.Amount is { } amount ? Text(amount, language) : Display.NotAvailable;

    /// <summary>A figure, or a pair.</summary>
    internal static string Text(Amount amount, Language language) => amount.Numerator is { } numerator && amount.Denominator is { } denominator
        ? Display.Fraction(numerator, denominator, language)
        : Display.Number(amount.Number ?? 0, language);

    private static string Answers(Indicator indicator, IReadOnlyDictionary<int, int> answers, Language language) =>
        string.Join(", ", answers.OrderByDescending(answer => answer.Key).Select(answer => $"{Answer(indicator, answer.Key, language)} {answer.Value}"));

    private static string Answer(Indicator indicator, int answer, Language language) => indicator.ValueType == IndicatorValueType.YesNo
        ? (answer == 1, language) switch { (true, Language.En) => "yes", (true, _) => "có", (_, Language.En) => "no", _ => "không" }
        : answer < indicator.Levels.Count ? indicator.Levels[answer].Name.In(language) : "";
}

using LearningCity.Analytics.Application.Boards;
using LearningCity.Analytics.Application.Reports;
using LearningCity.Analytics.Domain;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Documents;
using LearningCity.BuildingBlocks.Ui;

namespace LearningCity.Analytics.Ui.Reports;

/// <summary>
/// The units' words in the review report, quoted with the unit's name, grouped by content area and addressee. Units that say the very same
/// are quoted once, with all their names; where there are more than fit, the text says how many are left out and where they stand.
/// </summary>
internal static class ReviewWords
{
    /// <summary>Most quotations under one heading; the annex has all of difficulties and proposals.</summary>
    private const int MostQuoted = 12;

    private const int MostNamed = 6;

    internal static IEnumerable<Block> Assessment(ReportData data)
    {
        var overview = data.Overview;
        yield return new HeadingBlock(1, "Đánh giá chung");
        yield return new HeadingBlock(2, "Kết quả nổi bật");
        var met = overview.Lines.Where(line => line.Standing == TargetStanding.Met).ToList();
        yield return new TextBlock(met.Count == 0 ? "Chưa có chỉ số nào đạt chỉ tiêu." : $"Có {met.Count} chỉ số đạt chỉ tiêu: {Names(met)}.");
        var improved = overview.LargestChanges(overview.Lines.Count).Where(line => Words.Judge(line) == Judgement.Better).Take(5).ToList();
        if (improved.Count > 0) yield return new TextBlock("Chỉ số tiến bộ nhiều nhất so với kỳ trước:");
        foreach (var line in improved) yield return new ItemBlock($"{line.Indicator.Name.Vi}: {Words.Change(line, Language.Vi)}.");
        foreach (var block in Quotes(data, UnitTextKind.Result, "Kết quả do đơn vị nêu", null)) yield return block;

        yield return new HeadingBlock(2, "Tồn tại, hạn chế; khó khăn, vướng mắc");
        var missed = overview.Lines.Where(line => line.Standing == TargetStanding.Missed).ToList();
        yield return new TextBlock(missed.Count == 0 ? "Không có chỉ số nào chưa đạt chỉ tiêu." : $"Có {missed.Count} chỉ số chưa đạt chỉ tiêu: {Names(missed)}.");
        foreach (var block in Quotes(data, UnitTextKind.Difficulty, "Khó khăn, vướng mắc do đơn vị nêu", "Phụ lục IV")) yield return block;

        yield return new HeadingBlock(2, "Nguyên nhân");
        foreach (var block in Quotes(data, UnitTextKind.Cause, "Nguyên nhân do đơn vị nêu", null)) yield return block;
    }

    internal static IEnumerable<Block> NextTasks(ReportData data)
    {
        yield return new HeadingBlock(1, "Phương hướng, nhiệm vụ trọng tâm kỳ tới");
        var open = data.Overview.Lines.Where(line => line.Standing is TargetStanding.Missed or TargetStanding.Near).ToList();
        if (open.Count > 0) yield return new TextBlock($"Tiếp tục thực hiện {open.Count} chỉ số chưa đạt và gần đạt chỉ tiêu:");
        foreach (var line in open)
            yield return new ItemBlock($"{line.Indicator.Name.Vi}: {Words.Value(line.Now, line.Indicator, Language.Vi)}, chỉ tiêu {Words.Target(line, Language.Vi)}.");
        foreach (var block in Quotes(data, UnitTextKind.Task, "Nhiệm vụ do đơn vị nêu", null)) yield return block;
    }

    internal static IEnumerable<Block> Proposals(ReportData data)
    {
        yield return new HeadingBlock(1, "Kiến nghị, đề xuất");
        var proposals = data.Texts.Where(text => text.Kind == UnitTextKind.Proposal).ToList();
        if (proposals.Count == 0)
        {
            yield return new TextBlock("Trong kỳ, các đơn vị không ghi nhận kiến nghị, đề xuất trên hệ thống. Khó khăn, vướng mắc của các đơn vị được nêu tại Phụ lục IV.");
            yield break;
        }

        foreach (var addressee in proposals.GroupBy(text => text.Addressee ?? "Các cơ quan có thẩm quyền"))
        {
            yield return new HeadingBlock(2, addressee.Key);
            foreach (var block in Items([.. addressee], "Phụ lục IV")) yield return block;
        }
    }

    /// <summary>The words of one kind, by content area: what is about all areas first.</summary>
    private static IEnumerable<Block> Quotes(ReportData data, UnitTextKind kind, string title, string? annex)
    {
        var said = data.Texts.Where(text => text.Kind == kind).ToList();
        if (said.Count == 0)
        {
            yield return new TextBlock($"{title}: chưa có nội dung trong các báo cáo đã duyệt.");
            yield break;
        }

        var areas = data.Overview.ContentAreas().ToDictionary(area => area.Area.Code, area => area.Area.Name.Vi);
        foreach (var group in said.GroupBy(text => text.ContentArea is { } code && areas.ContainsKey(code) ? code : "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var about = group.Key.Length == 0 ? "" : $", nội dung {group.Key} ({areas[group.Key]})";
            yield return new TextBlock($"{title}{about} ({Display.Number(group.DistinctBy(text => text.Unit.Id).Count(), Language.Vi)}/{Display.Number(data.Speakers, Language.Vi)} đơn vị):");
            foreach (var block in Items([.. group], annex)) yield return block;
        }
    }

    private static IEnumerable<Block> Items(IReadOnlyList<UnitText> texts, string? annex)
    {
        var same = texts.GroupBy(text => text.Text).Select(group => group.ToList()).ToList();
        foreach (var group in same.Take(MostQuoted))
            yield return new ItemBlock($"{Speakers(group)}: “{group[0].Text.ReplaceLineEndings(" ")}”");
        if (same.Count > MostQuoted)
        {
            var left = Display.Number(same.Skip(MostQuoted).Sum(group => group.Count), Language.Vi);
            yield return new TextBlock(annex is null
                ? $"Còn {left} đơn vị có nội dung khác, xem tại báo cáo của từng đơn vị trên hệ thống."
                : $"Còn {left} nội dung khác được nêu đầy đủ tại {annex}.");
        }
    }

    private static string Speakers(List<UnitText> said)
    {
        var names = said.Select(text => text.Unit.Name.Vi).Distinct().ToList();
        return names.Count <= MostNamed
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MostNamed))} và {Display.Number(names.Count - MostNamed, Language.Vi)} đơn vị khác";
    }

    private static string Names(IEnumerable<IndicatorLine> lines) => string.Join("; ", lines.Select(line => $"{line.Indicator.Name.Vi} ({line.Indicator.Code})"));
}

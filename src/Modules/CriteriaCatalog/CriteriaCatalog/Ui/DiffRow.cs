using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Domain.Comparing;

namespace LearningCity.CriteriaCatalog.Ui;

/// <summary>A row of a comparison, in the reader's words.</summary>
public sealed record DiffRow(
    string Change, string Kind, string Code, string Name, string Place, string Effect, IReadOnlyList<(string Label, string Old, string New)> Fields)
{
    /// <summary>The rows of a comparison; what was moved and says something else has one in both parts.</summary>
    internal static IReadOnlyList<DiffRow> Of(VersionComparison comparison, Language language)
    {
        var rows = new List<DiffRow>();
        foreach (var item in comparison.Diff.Items)
        {
            var row = new DiffRow(
                SnakeCase.Of(item.Change), KindOf(item, comparison, language), item.Code, item.Kind == ComparedKind.Set ? "" : item.Name.In(language),
                PlaceOf(item, language), Words(comparison.Effects.Of(item), language),
                [.. item.Fields.Select(field => (FieldLabels.Of(field.Path).In(language), FieldWords.Of(field, field.Old, language), FieldWords.Of(field, field.New, language)))]);
            if (item.Change != ChangeKind.Moved) rows.Add(row);
            if (item.Moved) rows.Add(row with { Change = SnakeCase.Of(ChangeKind.Moved), Fields = [] });
        }

        return rows;
    }

    /// <summary>The comparison in one line: 1 thêm, 2 sửa, 0 bỏ, 1 chuyển.</summary>
    internal static string Summary(VersionDiff diff, Language language)
    {
        var (added, changed, removed, moved) = (diff.Count(ChangeKind.Added), diff.Count(ChangeKind.Changed), diff.Count(ChangeKind.Removed), diff.Count(ChangeKind.Moved));
        return language == Language.En
            ? $"{added} added, {changed} changed, {removed} removed, {moved} moved"
            : $"{added} thêm, {changed} sửa, {removed} bỏ, {moved} chuyển";
    }

    private static string KindOf(ItemChange item, VersionComparison comparison, Language language) => item.Kind switch
    {
        ComparedKind.Set => language == Language.En ? "The set itself" : "Thông tin chung của bộ",
        ComparedKind.Indicator => comparison.After.Content.IndicatorName.In(language),
        _ => language == Language.En ? "Item of the tree" : "Mục của cây",
    };

    private static string PlaceOf(ItemChange item, Language language)
    {
        var top = language == Language.En ? "the top" : "cấp cao nhất";
        var (from, to) = (item.OldParent ?? top, item.NewParent ?? top);
        return item switch
        {
            { Moved: true } when from == to => language == Language.En ? $"Another order in {to}" : $"Đổi thứ tự trong {to}",
            { Moved: true } => $"{from} → {to}",
            { Change: ChangeKind.Added } => language == Language.En ? $"In {to}" : $"Trong {to}",
            { Change: ChangeKind.Removed } => language == Language.En ? $"Was in {from}" : $"Trước đây trong {from}",
            _ => "",
        };
    }

    private static string Words(ChangeEffect effect, Language language)
    {
        string Part(int count, string vi, string one, string many) => Display.Count(count, language, vi, one, many);
        var parts = new List<string>();
        if (effect.Indicators > 0) parts.Add(Part(effect.Indicators, "chỉ số", "indicator", "indicators"));
        if (effect.Units is { } units) parts.Add(Part(units, "đơn vị", "unit", "units"));
        else if (effect.UnitTypes > 0) parts.Add(Part(effect.UnitTypes, "loại đơn vị báo cáo", "type of reporting unit", "types of reporting units"));
        if (effect.Targets > 0) parts.Add(Part(effect.Targets, "chỉ tiêu", "target", "targets"));
        if (effect.Formulas > 0) parts.Add(Part(effect.Formulas, "công thức", "formula", "formulas"));
        return parts.Count == 0 ? Display.NotApplicable : string.Join(", ", parts);
    }
}

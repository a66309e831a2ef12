using System.Globalization;
using LearningCity.Analytics.Application.Editions;
using LearningCity.Analytics.Domain.Editions;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Analytics.Ui.Editions;

/// <summary>How editions, their parts and restated cells read.</summary>
internal static class EditionWords
{
    /// <summary>Why an edition was made.</summary>
    internal static LocalText Kind(EditionKind kind) => kind switch
    {
        EditionKind.Revision => new("Chỉnh lý (có số liệu tốt hơn)", "Revision (better data)"),
        EditionKind.Correction => new("Đính chính (sửa sai sót)", "Correction (an error)"),
        _ => new("Ấn bản đầu", "First edition"),
    };

    /// <summary>A line of the manifest; trees and lineages with their date.</summary>
    internal static LocalText Part(string name)
    {
        if (Dated(name, Manifest.Tree) is { } tree) return new($"Cây đơn vị ngày {tree.Vi}", $"Tree of {tree.En}");
        if (Dated(name, Manifest.Lineage) is { } lineage)
            return new($"Kế thừa và tỷ lệ chia đến ngày {lineage.Vi}", $"Lineage and shares to {lineage.En}");
        return name switch
        {
            Manifest.Period => new("Kỳ báo cáo và khung số liệu", "The period and its window"),
            Manifest.Units => new("Đơn vị và hai quan hệ", "Units and both relations"),
            Manifest.Obligations => new("Báo cáo phải nộp", "What each unit owed"),
            Manifest.States => new("Trạng thái từng báo cáo", "How each report stood"),
            Manifest.Sheets => new("Bản báo cáo đã duyệt của từng đơn vị", "The approved sheet of each unit"),
            Manifest.Rules => new("Chỉ số, quy tắc và chỉ tiêu", "Indicators, rules and targets"),
            Manifest.Crosswalks => new("Liên kết giữa các bộ tiêu chí", "Links between criteria sets"),
            Manifest.Series => new("Đợt công bố dãy số tham chiếu", "Releases of reference series"),
            _ => new("Số liệu tổng hợp", "The figures"),
        };
    }

    /// <summary>A step in the history of a cell.</summary>
    internal static LocalText Step(CellStepKind kind) => kind switch
    {
        CellStepKind.Changed => new("Sửa số liệu", "Figure changed"),
        CellStepKind.Submitted => new("Gửi báo cáo", "Report handed in"),
        CellStepKind.Withdrawn => new("Thu hồi", "Withdrawn"),
        CellStepKind.Returned => new("Trả lại để bổ sung", "Returned to be revised"),
        CellStepKind.Approved => new("Duyệt", "Approved"),
        _ => new("Bước khác", "Another step"),
    };

    /// <summary>What a cell says.</summary>
    internal static string Cell(CellValue cell, Language language) => cell.State switch
    {
        CellState.NotReported => Display.NotReported,
        CellState.NotApplicable => Display.NotApplicable,
        CellState.NotAvailable => Display.NotAvailable,
        _ when cell.Numerator is { } numerator => $"{Display.Number(numerator, language)} / {Display.Number(cell.Denominator ?? 0, language)}",
        _ when cell.Number is { } number => Display.Number(number, language),
        _ => cell.Text ?? Display.NotApplicable,
    };

    private static LocalText? Dated(string name, string prefix)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var date = DateOnly.ParseExact(name[prefix.Length..], "O", CultureInfo.InvariantCulture);
        return new(Display.Date(date, Language.Vi), Display.Date(date, Language.En));
    }
}

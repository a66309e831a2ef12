using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Spreadsheets;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.Submissions.Contracts;
using LearningCity.Submissions.Domain;

namespace LearningCity.Submissions.Application.Workbooks;

/// <summary>
/// Writes the workbook of a submission: one sheet to fill in, locked but for the cells that may be changed, with the rules of each cell as
/// Excel's own validation; and the hidden sheet that binds it to the report.
/// </summary>
internal static class WorkbookMaker
{
    /// <summary>Excel keeps 15 digits of a number; longer ones are written as text, which is read as a number again.</summary>
    private const int DigitsKept = 15;

    private static readonly CellStyle Locked = new() { Fill = "EDEDED", Border = true };
    private static readonly CellStyle Number = CellStyle.Input with { Format = "#,##0.######" };
    private static readonly CellStyle Before = new() { Format = "#,##0.######", Border = true };

    internal static void Write(SubmissionView view, Language language, Stream stream)
    {
        using var workbook = new SpreadsheetWriter(stream, lockStructure: true);
        string name;
        using (var sheet = workbook.AddSheet(new SheetSettings(WorkbookPlan.FormSheet.In(language))
        {
            Widths = [12, 60, 16, 16, 18, 14, 22, 40, 22],
            FrozenRows = WorkbookPlan.HeaderRow,
            FrozenColumns = WorkbookPlan.NameColumn,
            Locked = true,
            Landscape = true,
        }))
        {
            name = sheet.Name;
            WriteTitle(view, language, sheet);
            sheet.WriteHeader([.. WorkbookPlan.Headers.Select(header => header.In(language))]);
            WriteCells(view, language, sheet);
        }

        using var binding = workbook.AddSheet(new SheetSettings(WorkbookPlan.BindingSheet) { Visibility = SheetVisibility.VeryHidden, Locked = true });
        Bind(view, language, name).Write(binding);
    }

    private static void WriteTitle(SubmissionView view, Language language, SheetWriter sheet)
    {
        var english = language == Language.En;
        sheet.WriteRow(CellContent.Text($"{view.Unit.Name.In(language)} · {view.Period.Name.In(language)}", CellStyle.Title));
        sheet.WriteRow($"{view.Form.Set.Name.In(language)} · {(english ? "version" : "phiên bản")} {view.Form.Set.Version}");
        sheet.WriteRow(english ? "Fill in the yellow cells only. For a share enter numerator and denominator; the share is computed."
            : "Chỉ nhập vào các ô màu vàng. Với tỷ lệ, nhập tử số và mẫu số; hệ thống tự tính tỷ lệ.");
        sheet.WriteRow(english ? "Then upload the file on the page of the report; a preview shows what changes before anything is written."
            : "Nhập xong, tải tệp lên ở trang báo cáo; hệ thống cho xem trước các thay đổi rồi mới ghi.");
    }

    private static void WriteCells(SubmissionView view, Language language, SheetWriter sheet)
    {
        var nodes = view.Form.Set.Nodes.ToDictionary(node => node.Code);
        string? section = null;
        foreach (var cell in view.Cells)
        {
            if (section != cell.Indicator.NodeCode && nodes.TryGetValue(cell.Indicator.NodeCode, out var node))
                sheet.WriteRow(CellContent.Text(null, CellStyle.Group), CellContent.Text(node.Name.In(language), CellStyle.Group with { Wrap = true }));
            section = cell.Indicator.NodeCode;
            WriteCell(cell, language, sheet);
            foreach (var part in cell.Parts) WriteCell(part, language, sheet);
        }
    }

    /// <summary>The row of a figure; a part of one follows it, named by its category.</summary>
    private static void WriteCell(CellView cell, Language language, SheetWriter sheet)
    {
        var row = sheet.NextRow;
        var name = cell.Part is { } part ? $"    {part.Dimension.Name.In(language)}: {part.Category.Name.In(language)}" : cell.Indicator.Name.In(language);
        sheet.WriteRow(
            CellContent.Text(cell.Key, CellStyle.Plain with { Border = true }),
            CellContent.Text(name, CellStyle.Wrapped with { Border = true }),
            CellContent.Text(cell.Indicator.MeasureUnit.In(language), CellStyle.Wrapped with { Border = true }),
            Earlier(cell, language),
            Value(cell, language),
            Denominator(cell),
            CellContent.Text(WorkbookPlan.TextOf(cell.Now.State, language), Style(cell, CellStyle.Input)),
            CellContent.Text(cell.Now.Comment, Style(cell, CellStyle.TextInput)),
            CellContent.Text(cell.Consolidated?.Now.Amount is { } amount ? TextOf(amount, language) : null, Locked));
        if (cell.IsEditable) AddRules(cell.Indicator, language, sheet, row);
    }

    private static CellContent Earlier(CellView cell, Language language)
    {
        if (cell.Before is not { } before) return CellContent.Empty(Before);
        if (before.State != CellState.Reported) return CellContent.Text(WorkbookPlan.TextOf(before.State, language), Before);
        if (WorkbookPlan.Choices(cell.Indicator).Count > 0)
            return CellContent.Text(WorkbookPlan.ChoiceOf(cell.Indicator, before.Number, language), Before);
        return WorkbookPlan.IsPair(cell.Indicator)
            ? CellContent.Number(before.Denominator is > 0 ? decimal.Round(before.Numerator!.Value / before.Denominator.Value * cell.Indicator.Factor, 6) : null, Before)
            : before.Number is { } number ? CellContent.Number(number, Before) : CellContent.Text(before.Text, Before with { Wrap = true });
    }

    private static CellContent Value(CellView cell, Language language)
    {
        var (indicator, now) = (cell.Indicator, cell.Now);
        if (indicator.ValueType == IndicatorValueType.Text)
            return CellContent.Text(now.State == CellState.Reported ? now.Text : null, Style(cell, CellStyle.TextInput));
        if (WorkbookPlan.Choices(indicator).Count > 0)
            return CellContent.Text(WorkbookPlan.ChoiceOf(indicator, now.Number, language), Style(cell, CellStyle.Input));
        if (cell.Given is { Part: FormulaPart.Numerator } given) return Figure(given.Value, Locked with { Format = Number.Format }, language);
        var (number, numerator) = cell.Prefilled is { } filled ? (filled.Number, filled.Numerator) : (now.Number, now.Numerator);
        return Figure(WorkbookPlan.IsPair(indicator) ? numerator : number, Style(cell, Number), language);
    }

    private static CellContent Denominator(CellView cell) => cell.Given is { Part: FormulaPart.Denominator } given
        ? Figure(given.Value, Locked with { Format = Number.Format }, Language.En)
        : WorkbookPlan.IsPair(cell.Indicator)
        ? Figure(cell.Prefilled is { } filled ? filled.Denominator : cell.Now.Denominator, Style(cell, Number), Language.En)
        : CellContent.Empty(Locked);

    private static CellContent Figure(decimal? number, CellStyle style, Language language)
    {
        if (number is not { } value) return CellContent.Empty(style);
        var plain = value.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);
        if (plain.Count(char.IsAsciiDigit) <= DigitsKept) return CellContent.Number(value, style);
        return CellContent.Text(language == Language.En ? plain : plain.Replace('.', ','), style with { Format = "@" });
    }

    private static string TextOf(Amount amount, Language language) => amount.Numerator is { } numerator && amount.Denominator is { } denominator
        ? $"{Text(numerator, language)} / {Text(denominator, language)}"
        : Text(amount.Number ?? 0, language);

    private static string Text(decimal number, Language language) =>
        number.ToString("#,##0.######", System.Globalization.CultureInfo.GetCultureInfo(language == Language.En ? "en-GB" : "vi-VN"));

    private static CellStyle Style(CellView cell, CellStyle style) => cell.IsEditable ? style : Locked with { Format = style.Format, Wrap = style.Wrap };

    private static void AddRules(Indicator indicator, Language language, SheetWriter sheet, int row)
    {
        var english = language == Language.En;
        var value = new CellAddress(row, WorkbookPlan.ValueColumn);
        var below = new CellAddress(row, WorkbookPlan.DenominatorColumn);
        var number = english ? "Enter a number of zero or more." : "Vui lòng nhập số từ 0 trở lên.";
        sheet.Validate(CellValidation.List(
            new CellAddress(row, WorkbookPlan.StateColumn), WorkbookPlan.States(language),
            english ? "Choose one of the list, or leave it empty." : "Vui lòng chọn trong danh sách hoặc để trống."));
        sheet.Validate(CellValidation.TextLength(
            new CellAddress(row, WorkbookPlan.CommentColumn), 2000, english ? "At most 2,000 characters." : "Tối đa 2.000 ký tự."));
        switch (indicator.ValueType)
        {
            case IndicatorValueType.Percent:
                sheet.Validate(CellValidation.Formula(
                    value, $"AND(ISNUMBER({value}),{value}>=0,OR(ISBLANK({below}),{value}<={below}))",
                    english ? "The numerator is a number of zero or more, and not larger than the denominator."
                        : "Tử số là số từ 0 trở lên và không lớn hơn mẫu số."));
                sheet.Validate(CellValidation.Number(below, 0, null, number));
                break;
            case IndicatorValueType.Ratio:
                sheet.Validate(CellValidation.Number(new CellRange(value, below), 0, null, number));
                break;
            case IndicatorValueType.Count:
                sheet.Validate(CellValidation.WholeNumber(
                    value, 0, null, english ? "Enter a whole number of zero or more." : "Vui lòng nhập số nguyên từ 0 trở lên."));
                break;
            case IndicatorValueType.Amount:
                sheet.Validate(CellValidation.Number(value, 0, null, number));
                break;
            case IndicatorValueType.Text:
                sheet.Validate(CellValidation.TextLength(value, 4000, english ? "At most 4,000 characters." : "Tối đa 4.000 ký tự."));
                break;
            default:
                if (WorkbookPlan.Choices(indicator) is { Count: > 0 } choices)
                {
                    sheet.Validate(CellValidation.List(
                        value, [.. choices.Select(choice => choice.In(language))], english ? "Choose one of the list." : "Vui lòng chọn trong danh sách."));
                }

                break;
        }
    }

    private static WorkbookBinding Bind(SubmissionView view, Language language, string sheet) => new(
        view.Submission.Id, view.Submission.UnitId, view.Unit.Name.In(language), view.Period.Code, view.Period.Name.In(language),
        view.Submission.CriteriaVersionId, view.Form.Set.Name.In(language), language, sheet,
        view.Cells.SelectMany(cell => cell.Parts.Prepend(cell)).ToDictionary(
            cell => cell.Key,
            cell => new BoundCell(cell.Now.Track.Version, WorkbookBinding.MarkOf(WorkbookBinding.EntryOf(cell.Now)))));
}

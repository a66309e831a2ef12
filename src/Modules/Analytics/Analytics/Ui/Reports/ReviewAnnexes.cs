using LearningCity.Analytics.Application.Reports;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Documents;
using LearningCity.BuildingBlocks.Ui;
using System.Globalization;

namespace LearningCity.Analytics.Ui.Reports;

/// <summary>Annexes I-IV of the review report.</summary>
internal static class ReviewAnnexes
{
    private const Language Vi = Language.Vi;

    internal static IReadOnlyList<Annex> Of(ReportData data) => [Indicators(data), Committees(data), NotReported(data), Voices(data)];

    private static Annex Indicators(ReportData data) => new("Bảng tổng hợp kết quả các chỉ số",
    [
        new TableBlock(
            "Kết quả các chỉ số",
            [
                new("Mã", 1.1, ColumnSide.Centre), new("Chỉ số", 4.6), new("Đơn vị tính", 1.4, ColumnSide.Centre), new("Chỉ tiêu", 1.3, ColumnSide.Right),
                new("Kỳ trước", 1.4, ColumnSide.Right), new("Kỳ này", 1.4, ColumnSide.Right), new("Đánh giá", 1.2, ColumnSide.Centre),
                new("Số đơn vị có số liệu", 1.4, ColumnSide.Right), new("Mã truy vết", 2.5, ColumnSide.Centre),
            ],
            [
                .. data.Overview.Lines.Select(line => (IReadOnlyList<string>)
                [
                    line.Indicator.Code, line.Indicator.Name.Vi, line.Indicator.MeasureUnit.Vi, Words.Target(line, Vi),
                    line.Before is { } before ? Words.Value(before, line.Indicator, Vi) : Display.NotApplicable,
                    Words.Value(line.Now, line.Indicator, Vi) + (line.Now.Provisional ? "*" : ""),
                    line.Target is null ? Display.NotApplicable : ReviewReport.Standing(line),
                    Display.Fraction(line.Now.Approved, line.Now.Expected, Vi), line.Now.TraceCode,
                ]),
            ]),
        new TextBlock(
            "Ký hiệu: 0 là số không; - không áp dụng hoặc chưa đặt chỉ tiêu; ... không có số liệu; ○ chưa báo cáo; * số liệu tạm tính. "
            + "Số đơn vị có số liệu: đã duyệt trên phải báo cáo. Mã truy vết tra cứu tại trang /trace của hệ thống.", TextKind.Note),
    ]);

    private static Annex Committees(ReportData data) => new($"Độ phủ ban chỉ đạo tính đến ngày {Display.Date(data.Overview.CommitteesOn, Vi)}",
    [
        new TableBlock(
            "Độ phủ ban chỉ đạo",
            [new("TT", 0.5, ColumnSide.Centre), new("Nhóm đơn vị", 5), new("Số đơn vị", 1.3, ColumnSide.Right), new("Có ban chỉ đạo", 1.3, ColumnSide.Right), new("Tỷ lệ", 1.3, ColumnSide.Right)],
            [
                .. Words.Existing(data.Overview.Committees).Select((group, at) => (IReadOnlyList<string>)
                [
                    Number(at), Words.CommitteeGroup(group.Group).Vi, Display.Number(group.Expected, Vi), Display.Number(group.WithCommittee, Vi),
                    Display.Percent((decimal)group.WithCommittee / group.Expected, Vi),
                ]),
            ]),
        new TextBlock("Không tính các đơn vị không phải thành lập ban chỉ đạo.", TextKind.Note),
    ]);

    private static Annex NotReported(ReportData data) => new("Danh sách đơn vị chưa gửi báo cáo",
        data.NotReported.Count == 0
            ? [new TextBlock("Tất cả đơn vị đã gửi báo cáo.", TextKind.Note)]
            :
            [
                new TableBlock(
                    "Đơn vị chưa gửi báo cáo",
                    [new("TT", 0.6, ColumnSide.Centre), new("Đơn vị", 5), new("Loại đơn vị", 2.4), new("Hạn báo cáo", 1.4, ColumnSide.Centre), new("Tình trạng", 1.6, ColumnSide.Centre)],
                    [
                        .. data.NotReported.Select((row, at) => (IReadOnlyList<string>)
                        [
                            Number(at), row.Unit.Name.Vi, Application.Boards.UnitTypeNames.Of(row.UnitType).Vi,
                            Display.Date(row.DueOn, Vi) + (row.IsExtended ? " (gia hạn)" : ""), row.Started ? "Đang nhập" : "Chưa thực hiện",
                        ]),
                    ]),
            ]);

    private static Annex Voices(ReportData data)
    {
        var said = data.Texts.Where(text => text.Kind is UnitTextKind.Difficulty or UnitTextKind.Proposal).OrderBy(text => text.Kind).ToList();
        return new("Tổng hợp khó khăn, vướng mắc và kiến nghị, đề xuất của các đơn vị",
            said.Count == 0
                ? [new TextBlock("Các báo cáo đã duyệt không nêu khó khăn, vướng mắc hoặc kiến nghị, đề xuất.", TextKind.Note)]
                :
                [
                    new TableBlock(
                        "Khó khăn và kiến nghị",
                        [new("TT", 0.6, ColumnSide.Centre), new("Đơn vị", 2.6), new("Loại", 1.2), new("Nội dung", 1), new("Nơi nhận kiến nghị", 1.8), new("Ý kiến của đơn vị", 6)],
                        [
                            .. said.Select((text, at) => (IReadOnlyList<string>)
                            [
                                Number(at), text.Unit.Name.Vi, text.Kind == UnitTextKind.Proposal ? "Kiến nghị" : "Khó khăn",
                                text.ContentArea ?? "Chung", text.Addressee ?? Display.NotApplicable, text.Text.ReplaceLineEndings(" "),
                            ]),
                        ]),
                ]);
    }

    private static string Number(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);
}

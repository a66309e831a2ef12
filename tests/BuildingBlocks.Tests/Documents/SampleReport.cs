using LearningCity.BuildingBlocks.Documents;

namespace LearningCity.BuildingBlocks.Tests.Documents;

/// <summary>A report with everything in it that the decree has a rule for.</summary>
internal static class SampleReport
{
    internal static AdministrativeDocument Make(int rows = 40) => new()
    {
        Properties = new("Báo cáo sơ kết 6 tháng đầu năm 2026", "Ban Chỉ đạo", new DateTimeOffset(2026, 6, 30, 2, 0, 0, TimeSpan.Zero), "vi-VN"),
        Head = new("Ủy ban nhân dân Thành phố Hồ Chí Minh", "Sở Giáo dục và Đào tạo", "BC-SGDĐT", "Thành phố Hồ Chí Minh"),
        Kind = "BÁO CÁO",
        Subject = "Sơ kết 6 tháng đầu năm 2026 thực hiện Kế hoạch xây dựng Thành phố học tập toàn cầu UNESCO",
        Addressees = ["Ủy ban nhân dân Thành phố", "Ban Chỉ đạo xây dựng Thành phố học tập"],
        Body =
        [
            new TextBlock("Căn cứ Kế hoạch số 15/KH-BCĐ ngày 05 tháng 02 năm 2026 của Ban Chỉ đạo;", TextKind.Basis),
            new TextBlock("Căn cứ Công văn số 1234/SGDĐT-GDTX ngày 12 tháng 7 năm 2025 của Sở Giáo dục và Đào tạo.", TextKind.Basis),
            new TextBlock("Sở Giáo dục và Đào tạo báo cáo kết quả như sau:"),
            new HeadingBlock(1, "Tình hình chung"),
            new TextBlock("Có 160/168 đơn vị đã gửi báo cáo (chi tiết tại Phụ lục I)."),
            new HeadingBlock(1, "Kết quả thực hiện"),
            new HeadingBlock(2, "Nội dung 1: Học tập trong gia đình"),
            new HeadingBlock(3, "Tiêu chuẩn 1.1"),
            new ItemBlock("Người học xóa mù chữ: 1.250 người, chỉ tiêu 1.500 người."),
            new HeadingBlock(3, "Tiêu chuẩn 1.2"),
            new ItemBlock("Người biết chữ mức độ 2: 99,7%."),
            new HeadingBlock(2, "Nội dung 2: Học tập tại nơi làm việc"),
            new TextBlock("Các đơn vị chưa báo cáo được nêu tại Phụ lục II."),
            new TextBlock("Trên đây là Báo cáo sơ kết của Sở Giáo dục và Đào tạo./."),
        ],
        Foot = new(["Như trên", "Các phòng thuộc Sở", "Lưu: VT, GDTX"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Nguyễn Văn An"),
        Annexes =
        [
            new("Bảng chỉ số",
            [
                new TableBlock("Chỉ số", [new("Mã", 1, ColumnSide.Centre), new("Chỉ số", 4), new("Kỳ này", 1, ColumnSide.Right)],
                    [.. Enumerable.Range(1, rows).Select(i => new[] { $"I{i:00}", $"Chỉ số thứ {i} của bộ tiêu chí", $"{i}.250" })]),
            ]),
            new("Danh sách đơn vị chưa báo cáo", [new TextBlock("Không có đơn vị nào.", TextKind.Note)]),
        ],
    };
}

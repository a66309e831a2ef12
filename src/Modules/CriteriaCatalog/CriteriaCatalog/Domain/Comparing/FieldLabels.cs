using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.CriteriaCatalog.Domain.Comparing;

/// <summary>What people call the fields of a pack. A field without a name of its own is shown by the one that the format gives it.</summary>
internal static class FieldLabels
{
    private static readonly Dictionary<string, LocalText> Names = new(StringComparer.Ordinal)
    {
        ["vi"] = new("tiếng Việt", "Vietnamese"),
        ["en"] = new("tiếng Anh", "English"),
        ["code"] = new("Mã", "Code"),
        ["predecessor"] = new("Mã ở phiên bản trước", "Code in earlier versions"),
        ["name"] = new("Tên", "Name"),
        ["origin"] = new("Nguồn gốc", "Origin"),
        ["source"] = new("Nguồn nội dung", "Source of the texts"),
        ["licence"] = new("Giấy phép", "Licence"),
        ["validFrom"] = new("Áp dụng từ", "In force from"),
        ["validTo"] = new("Áp dụng đến", "In force until"),
        ["levelNames"] = new("Tên các cấp", "Names of the levels"),
        ["indicatorName"] = new("Tên gọi chỉ số", "What indicators are called"),
        ["confidence"] = new("Độ tin cậy của câu chữ", "Confidence in the wording"),
        ["valueType"] = new("Kiểu giá trị", "Type of value"),
        ["measureUnit"] = new("Đơn vị tính", "Unit of measure"),
        ["decimals"] = new("Số chữ số thập phân", "Decimals"),
        ["direction"] = new("Chiều tốt", "Which way is better"),
        ["aggregation"] = new("Cách tổng hợp", "Aggregation"),
        ["ownValue"] = new("Số của chính đơn vị", "A unit's own value"),
        ["dataSource"] = new("Nguồn số liệu", "Data source"),
        ["counting"] = new("Cách đếm", "What is counted"),
        ["accumulation"] = new("Theo thời gian", "Over time"),
        ["numerator"] = new("Tử số", "Numerator"),
        ["denominator"] = new("Mẫu số", "Denominator"),
        ["factor"] = new("Hệ số", "Factor"),
        ["levels"] = new("Các mức, từ thấp đến cao", "Levels, worst first"),
        ["reporterTypes"] = new("Đơn vị báo cáo", "Who reports"),
        ["target"] = new("Chỉ tiêu", "Target"),
        ["evidenceHint"] = new("Minh chứng", "Evidence"),
        ["definition"] = new("Định nghĩa", "Definition"),
        ["sourceNote"] = new("Nguồn lấy số liệu", "Where figures come from"),
        ["legalBasis"] = new("Căn cứ pháp lý", "Legal basis"),
        ["entryMode"] = new("Cách nhập", "How figures are entered"),
        ["frequency"] = new("Tần suất", "Frequency"),
        ["window"] = new("Kỳ số liệu riêng", "Window of its own"),
        ["formula"] = new("Công thức", "Formula"),
        ["registryCount"] = new("Đếm từ danh bạ đơn vị", "Counted in the unit registry"),
        ["reportingCount"] = new("Đếm từ việc báo cáo", "Counted in the reporting"),
        ["valueSeries"] = new("Dãy số tham chiếu cho giá trị", "Reference series of the value"),
        ["numeratorSeries"] = new("Dãy số tham chiếu cho tử số", "Reference series of the numerator"),
        ["denominatorSeries"] = new("Dãy số tham chiếu cho mẫu số", "Reference series of the denominator"),
        ["series"] = new("Mã dãy số", "Code of the series"),
        ["measure"] = new("Đếm gì", "What is counted"),
        ["unitTypes"] = new("Trong các loại đơn vị", "Among the types of units"),
        ["title"] = new("Danh hiệu", "Title"),
        ["ageGroup"] = new("Nhóm tuổi", "Age group"),
        ["sex"] = new("Giới tính", "Sex"),
        ["disaggregations"] = new("Phân tổ", "Breakdowns"),
        ["dimensions"] = new("Các chiều phân tổ", "Dimensions of breakdowns"),
        ["categories"] = new("Các nhóm", "Categories"),
        ["leadAgency"] = new("Cơ quan chủ trì", "Lead agency"),
        ["cooperatingAgencies"] = new("Cơ quan phối hợp", "Cooperating agencies"),
        ["targets"] = new("Các chỉ tiêu theo năm, kỳ, đơn vị", "Targets by year, period, unit"),
        ["baseline"] = new("Số gốc", "Baseline"),
        ["points"] = new("Điểm", "Points"),
        ["rules"] = new("Quy tắc kiểm tra", "Validation rules"),
        ["evidence"] = new("Minh chứng cần nộp", "Evidence to hand in"),
        ["scoring"] = new("Cách đánh giá", "Scoring"),
        ["grades"] = new("Các hạng", "Grades"),
        ["mode"] = new("Cách chấm", "Mode"),
        ["atLeast"] = new("Từ bao nhiêu điểm", "From how many points on"),
        ["value"] = new("Giá trị", "Value"),
        ["year"] = new("Đến hết năm", "By the end of the year"),
        ["period"] = new("Mã kỳ báo cáo", "Code of the period"),
        ["unitType"] = new("Loại đơn vị", "Type of units"),
        ["unit"] = new("Mã đơn vị", "Code of the unit"),
        ["level"] = new("Mức", "Level"),
        ["on"] = new("Tính đến ngày", "On the day"),
        ["from"] = new("Từ giá trị", "From the value"),
        ["kind"] = new("Loại", "Kind"),
        ["severity"] = new("Khi không đạt", "When it is broken"),
        ["part"] = new("Kiểm tra trên", "About the"),
        ["minimum"] = new("Ít nhất", "At least"),
        ["maximum"] = new("Nhiều nhất", "At most"),
        ["comparison"] = new("So sánh", "Comparison"),
        ["percent"] = new("Thay đổi từ bao nhiêu %", "From how many % on"),
        ["message"] = new("Lời nhắc", "What to say"),
        ["mandatory"] = new("Bắt buộc khi gửi", "Required to submit"),
        ["startDay"] = new("Từ ngày", "From day"),
        ["startMonth"] = new("Từ tháng", "From month"),
        ["months"] = new("Kéo dài (tháng)", "Lasts (months)"),
        ["everyMonths"] = new("Lặp lại sau (tháng)", "Comes every (months)"),
        ["references"] = new("Tiêu chí gốc", "Made from"),
    };

    /// <summary>The path in words: "Các mức, từ thấp đến cao › good › Tên › tiếng Anh".</summary>
    internal static LocalText Of(string path)
    {
        var parts = path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        return new(
            string.Join(" › ", parts.Select(part => Names.TryGetValue(part, out var name) ? name.Vi : Place(part))),
            string.Join(" › ", parts.Select(part => Names.TryGetValue(part, out var name) ? name.En : Place(part))));
    }

    // People count from one.
    private static string Place(string part) => int.TryParse(part, out var index) ? $"{index + 1}" : part;
}

using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Domain;

/// <summary>Refusals that concern evidence: one sentence for each cause.</summary>
internal static class EvidenceFailures
{
    internal static readonly FailureDefinition Required = new(
        "submissions.evidence_required", FailureKind.Invalid,
        "Chỉ số {0} cần minh chứng khi gửi: {1}. Vui lòng thêm tệp cho chỉ số này.",
        "{0} needs evidence to be submitted: {1}. Add a file for this indicator.");

    internal static readonly FailureDefinition NotFound = new(
        "submissions.evidence_not_found", FailureKind.NotFound,
        "Không tìm thấy minh chứng này.",
        "There is no such piece of evidence.");

    internal static readonly FailureDefinition Restricted = new(
        "submissions.evidence_restricted", FailureKind.Forbidden,
        "Minh chứng này chỉ dành cho đơn vị báo cáo và đơn vị duyệt. Vui lòng liên hệ đơn vị báo cáo.",
        "Only the unit that reports and the body that reviews it may open this. Ask the unit.");

    internal static readonly FailureDefinition Infected = new(
        "submissions.evidence_infected", FailureKind.Invalid,
        "Phần mềm kiểm tra phát hiện mã độc trong tệp nên tệp không được nhận. Vui lòng quét máy tính rồi chọn tệp khác.",
        "The virus scanner found something in the file, so it was not taken. Scan the computer, then choose another file.");

    internal static readonly FailureDefinition ScannerAway = new(
        "submissions.evidence_scanner_away", FailureKind.Unavailable,
        "Phần mềm kiểm tra mã độc đang tạm ngừng nên chưa nhận được tệp. Số liệu đã lưu vẫn còn; vui lòng thử lại sau ít phút.",
        "The virus scanner does not answer, so no file can be taken. Saved figures are safe; try again in a few minutes.");

    internal static readonly FailureDefinition OfAnotherUnit = new(
        "submissions.evidence_of_another_unit", FailureKind.Invalid,
        "Chỉ dùng lại được minh chứng của chính đơn vị.",
        "Only evidence of the unit itself can be used again.");

    internal static readonly FailureDefinition NoHttps = new(
        "submissions.evidence_no_https", FailureKind.Invalid,
        "Liên kết phải bắt đầu bằng https:// và dẫn đến một trang cụ thể. Vui lòng sao chép lại địa chỉ từ trình duyệt.",
        "A link begins with https:// and leads to one page. Copy the address from the browser again.");

    internal static readonly FailureDefinition NothingSigned = new(
        "submissions.evidence_nothing_signed", FailureKind.Conflict,
        "Báo cáo chưa được gửi nên chưa có gì để ký. Vui lòng gửi báo cáo rồi tải bản scan lên.",
        "The report was not handed in, so there is nothing signed. Submit it, then upload the scan.");

    internal static readonly FailureDefinition ScanType = new(
        "submissions.evidence_scan_type", FailureKind.UnsupportedType,
        "Bản scan đã ký là tệp PDF hoặc ảnh (PNG, JPEG). Vui lòng chọn tệp khác.",
        "A signed scan is a PDF or a picture (PNG, JPEG). Choose another file.");

    internal static readonly FailureDefinition ScanOfOneReport = new(
        "submissions.evidence_scan_of_one_report", FailureKind.Invalid,
        "Bản scan đã ký chỉ thuộc báo cáo của nó. Vui lòng chọn minh chứng khác.",
        "A signed scan belongs to its report alone. Choose another piece of evidence.");

    internal static readonly FailureDefinition Missing = new(
        "submissions.evidence_missing", FailureKind.Invalid,
        "Chưa có tệp nào. Vui lòng chọn một tệp.",
        "There is no file. Choose one.");

    internal static readonly FailureDefinition Empty = new(
        "submissions.evidence_empty", FailureKind.Invalid,
        "Tệp không có nội dung. Vui lòng kiểm tra rồi chọn lại.",
        "The file is empty. Check it and choose again.");

    internal static readonly FailureDefinition TooLarge = new(
        "submissions.evidence_too_large", FailureKind.TooLarge,
        "Tệp lớn hơn {0} MB. Vui lòng giảm dung lượng hoặc dán liên kết.",
        "The file is larger than {0} MB. Make it smaller or paste a link.");

    internal static readonly FailureDefinition WrongType = new(
        "submissions.evidence_wrong_type", FailureKind.UnsupportedType,
        "Nội dung tệp không phải PDF, ảnh (PNG, JPEG) hoặc tài liệu Word, Excel, PowerPoint. Vui lòng chọn tệp khác.",
        "The content is no PDF, picture (PNG, JPEG) or Word, Excel or PowerPoint document. Choose another file.");

    internal static readonly FailureDefinition WrongName = new(
        "submissions.evidence_wrong_name", FailureKind.Invalid,
        "Tên tệp {0} không khớp với nội dung. Vui lòng lưu lại tệp đúng định dạng rồi chọn lại.",
        "The name {0} does not fit the content. Save the file in its proper format and choose again.");
}

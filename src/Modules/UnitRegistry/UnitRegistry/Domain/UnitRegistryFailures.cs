using LearningCity.BuildingBlocks.Results;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>What this module refuses, and why.</summary>
internal static class UnitRegistryFailures
{
    internal static readonly FailureDefinition UnitNotFound = new(
        "unit_registry.unit_not_found", FailureKind.NotFound,
        "Không tìm thấy đơn vị này. Vui lòng kiểm tra lại mã định danh của đơn vị.",
        "There is no such unit. Check the id of the unit.");

    internal static readonly FailureDefinition NotThen = new(
        "unit_registry.unit_not_then", FailureKind.Conflict,
        "{0} không tồn tại vào ngày {1}. Vui lòng chọn đơn vị đang tồn tại vào ngày đó, hoặc sửa ngày.",
        "{0} does not exist on {1}. Choose a unit that does, or change the date.");

    internal static readonly FailureDefinition DecisionTooLarge = new(
        "unit_registry.decision_too_large", FailureKind.TooLarge,
        "Tệp quyết định lớn hơn {0} MB. Vui lòng giảm dung lượng bản quét.",
        "The decision is larger than {0} MB. Scan it smaller.");

    internal static readonly FailureDefinition DecisionNotPdf = new(
        "unit_registry.decision_not_pdf", FailureKind.UnsupportedType,
        "Vui lòng chọn một tệp PDF của quyết định.",
        "Choose one PDF of the decision.");

    internal static readonly FailureDefinition DecisionUnknown = new(
        "unit_registry.decision_unknown", FailureKind.NotFound,
        "Chưa có tệp quyết định này. Vui lòng gửi tệp trước.",
        "There is no such decision file. Send the file first.");

    internal static readonly FailureDefinition WrongShape = new(
        "unit_registry.wrong_shape", FailureKind.Invalid,
        "Nội dung chưa khớp với loại sắp xếp đã chọn: {0}",
        "The content does not fit the kind of reorganisation: {0}");

    internal static readonly FailureDefinition TransferredTwice = new(
        "unit_registry.transferred_twice", FailureKind.Conflict,
        "{0} đã nhập toàn bộ vào một đơn vị, nên không thể còn phần nào chuyển đi nơi khác. Vui lòng sửa mức độ hoặc bỏ bớt dòng.",
        "{0} goes whole into one unit, so no part of it can go elsewhere. Change the extent or remove a line.");

    internal static readonly FailureDefinition SharesAboveOne = new(
        "unit_registry.shares_above_one", FailureKind.Invalid,
        "Tổng tỷ lệ các phần của {0} là {1}, lớn hơn 1. Vui lòng kiểm tra lại các tỷ lệ.",
        "The shares of {0} add up to {1}, more than 1. Check the shares.");

    internal static readonly FailureDefinition ChildrenLeft = new(
        "unit_registry.children_left", FailureKind.Conflict,
        "Còn {1} đơn vị thuộc {0} chưa có nơi chuyển đến, trong đó có {2}. Vui lòng chọn đơn vị tiếp nhận cho từng đơn vị.",
        "{1} units under {0} have nowhere to go, {2} among them. Choose a new place for each of them.");

    internal static readonly FailureDefinition Cycle = new(
        "unit_registry.cycle", FailureKind.Conflict,
        "{0} không thể thuộc một đơn vị cấp dưới của chính mình. Vui lòng chọn đơn vị cấp trên khác.",
        "{0} cannot come under a unit that is below it. Choose another parent.");

    internal static readonly FailureDefinition CodeTaken = new(
        "unit_registry.code_taken", FailureKind.Conflict,
        "Mã {0} đang được một đơn vị khác sử dụng trong cùng thời gian. Vui lòng chọn mã khác hoặc sửa ngày hiệu lực.",
        "Code {0} names another unit at the same time. Choose another code or change the date.");

    internal static readonly FailureDefinition CommitteeExists = new(
        "unit_registry.committee_exists", FailureKind.Conflict,
        "{0} đã có Ban Chỉ đạo theo Quyết định {1}. Vui lòng dùng số quyết định khác, hoặc kiểm tra lại đơn vị.",
        "{0} already has a committee by decision {1}. Use another decision number, or check the unit.");

    internal static readonly FailureDefinition RecognitionExists = new(
        "unit_registry.recognition_exists", FailureKind.Conflict,
        "Danh hiệu {0} theo Quyết định {1} đã được ghi nhận cho đơn vị này. Vui lòng kiểm tra lại số quyết định.",
        "{0} by decision {1} is already on record for this unit. Check the decision number.");

    internal static readonly FailureDefinition AlreadyWithdrawn = new(
        "unit_registry.already_withdrawn", FailureKind.Conflict,
        "Danh hiệu này đã bị thu hồi theo Quyết định {0}.",
        "This recognition was already withdrawn by decision {0}.");

    internal static readonly FailureDefinition NotBeforeStart = new(
        "unit_registry.not_before_start", FailureKind.Conflict,
        "Ngày này phải sau ngày bắt đầu {0}. Vui lòng sửa ngày.",
        "The day must come after the start, {0}. Change the date.");

    internal static readonly FailureDefinition GroupExists = new(
        "unit_registry.group_exists", FailureKind.Conflict,
        "Đã có nhóm với mã {0} trong loại này. Vui lòng chọn mã khác.",
        "There is already a group with code {0} of this kind. Choose another code.");

    internal static readonly FailureDefinition InOtherGroup = new(
        "unit_registry.in_other_group", FailureKind.Conflict,
        "Đơn vị này đang thuộc {0}. Vui lòng đưa đơn vị ra khỏi nhóm đó trước.",
        "This unit is in {0}. Take it out of that group first.");

    internal static readonly FailureDefinition ReorganisationNotFound = new(
        "unit_registry.reorganisation_not_found", FailureKind.NotFound,
        "Không tìm thấy bản ghi sắp xếp này.",
        "There is no such reorganisation on record.");

    internal static readonly FailureDefinition AlreadyCorrected = new(
        "unit_registry.already_corrected", FailureKind.Conflict,
        "Bản ghi theo Quyết định {0} đã được sửa. Vui lòng sửa bản ghi thay thế nó.",
        "The record by decision {0} was corrected before. Correct the record that took its place.");

    internal static readonly FailureDefinition BuiltUpon = new(
        "unit_registry.built_upon", FailureKind.Conflict,
        "Quyết định {1} được ghi sau và dựa trên kết quả của Quyết định {0}. Vui lòng sửa Quyết định {1} trước.",
        "Decision {1} was recorded later and builds on decision {0}. Correct decision {1} first.");

    internal static readonly FailureDefinition UnitsBelow = new(
        "unit_registry.units_below", FailureKind.Conflict,
        "Đã có đơn vị khác được đặt dưới {0}. Vui lòng chuyển các đơn vị đó trước.",
        "Other units were placed under {0}. Move them first.");

    internal static readonly FailureDefinition HandOverMissing = new(
        "unit_registry.hand_over_missing", FailureKind.Conflict,
        "{0} còn {1} báo cáo phải nộp hoặc duyệt mà chưa có đơn vị tiếp nhận. Vui lòng chọn đơn vị tiếp nhận trước khi áp dụng.",
        "{0} still has {1} reports to send or to review, and nobody takes them over. Choose who does before applying.");

    internal static readonly FailureDefinition NotEnded = new(
        "unit_registry.not_ended", FailureKind.Conflict,
        "{0} vẫn đang hoạt động, nên chưa có gì để bàn giao.",
        "{0} has not ended: there is nothing to hand over.");

    internal static readonly FailureDefinition Missing = new(
        "unit_registry.missing", FailureKind.Invalid,
        "Vui lòng nhập {0}.",
        "Enter {0}.");

    internal static readonly FailureDefinition NotFoundByText = new(
        "unit_registry.not_found_by_text", FailureKind.Invalid,
        "Không có đơn vị nào có mã hoặc tên \"{0}\" vào ngày {1}. Vui lòng kiểm tra lại mã, tên và ngày hiệu lực.",
        "No unit has the code or name \"{0}\" on {1}. Check code, name and effective date.");

    internal static readonly FailureDefinition SeveralByText = new(
        "unit_registry.several_by_text", FailureKind.Invalid,
        "Có nhiều đơn vị tên \"{0}\". Vui lòng nhập một trong các mã: {1}.",
        "Several units are called \"{0}\". Enter one of the codes: {1}.");

    internal static readonly FailureDefinition DraftApplied = new(
        "unit_registry.draft_applied", FailureKind.Conflict,
        "Bản dự thảo này đã được áp dụng.",
        "This draft was applied.");

    internal static readonly FailureDefinition RootNotFound = new(
        "unit_registry.root_not_found", FailureKind.NotFound,
        "Không tìm thấy đơn vị gốc của phạm vi này.",
        "The unit at the root of this scope was not found.");
}

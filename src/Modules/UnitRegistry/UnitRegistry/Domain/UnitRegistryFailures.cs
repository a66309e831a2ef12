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

    internal static readonly FailureDefinition RootNotFound = new(
        "unit_registry.root_not_found", FailureKind.NotFound,
        "Không tìm thấy đơn vị gốc của phạm vi này.",
        "The unit at the root of this scope was not found.");
}

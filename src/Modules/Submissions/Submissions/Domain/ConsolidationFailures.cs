using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Submissions.Domain;

/// <summary>Refusals of a return that puts together what the units below gave. The first argument is the name of the indicator.</summary>
internal static class ConsolidationFailures
{
    internal static readonly FailureDefinition Nothing = new(
        "submissions.nothing_consolidated", FailureKind.Invalid,
        "Chỉ số {0} chưa có số tổng hợp từ các đơn vị cấp dưới. Vui lòng nhập số của đơn vị.",
        "There is nothing to put together for {0}: no unit below has an approved figure. Enter the unit's own.");

    internal static readonly FailureDefinition Changed = new(
        "submissions.consolidated_changed", FailureKind.Stale,
        "Số tổng hợp của chỉ số {0} đã thay đổi vì có đơn vị vừa được duyệt. Vui lòng tải lại trang và xem số mới.",
        "The consolidated figure of {0} has changed, because a unit was approved. Reload and look at the new one.");

    internal static readonly FailureDefinition PersonsNotAdded = new(
        "submissions.persons_not_added", FailureKind.Invalid,
        "Chỉ số {0} đếm người nên không cộng thêm số của đơn vị vào số của đơn vị cấp dưới. Vui lòng dùng số tổng hợp, hoặc nhập số khác và ghi lý do.",
        "{0} counts persons, who are never added across two tiers. Keep the consolidated figure, or enter another one and say why.");

    internal static readonly FailureDefinition ReasonExpected = new(
        "submissions.override_reason", FailureKind.Invalid,
        "Số của chỉ số {0} khác số tổng hợp từ các đơn vị cấp dưới. Vui lòng ghi lý do vào ghi chú của ô.",
        "{0} differs from what the units below gave. Say why in the comment of the cell.");
}

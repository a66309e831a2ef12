using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Domain.Editing;

/// <summary>What editing a draft refuses.</summary>
internal static class EditFailures
{
    internal static readonly FailureDefinition SetExists = new(
        "criteria_catalog.set_exists", FailureKind.Conflict,
        "Bộ tiêu chí {0} đã có. Vui lòng chọn mã khác hoặc tạo phiên bản mới của bộ này.",
        "The criteria set {0} exists already. Choose another code, or make a new version of it.");

    internal static readonly FailureDefinition DraftExists = new(
        "criteria_catalog.draft_exists", FailureKind.Conflict,
        "Bộ {0} đang có bản nháp, phiên bản {1}. Vui lòng soạn tiếp hoặc bỏ bản nháp đó.",
        "{0} has a draft already, version {1}. Go on with it, or discard it.");

    internal static readonly FailureDefinition ItemNotFound = new(
        "criteria_catalog.item_not_found", FailureKind.NotFound,
        "Bản nháp không có mục nào mang mã {0}. Vui lòng tải lại rồi thực hiện tiếp.",
        "The draft has no item with the code {0}. Read it again, then repeat.");

    internal static readonly FailureDefinition ParentNotFound = new(
        "criteria_catalog.parent_not_found", FailureKind.Invalid,
        "Bản nháp không có mục {0} để nhận mục này. Vui lòng chọn mục khác.",
        "The draft has no item {0} to take this one. Choose another.");

    internal static readonly FailureDefinition ParentMissing = new(
        "criteria_catalog.parent_missing", FailureKind.Invalid,
        "Chỉ số cần nằm trong một mục của cây. Vui lòng chọn mục.",
        "An indicator needs an item of the tree to stand in. Choose one.");

    internal static readonly FailureDefinition MovedIntoItself = new(
        "criteria_catalog.moved_into_itself", FailureKind.Invalid,
        "Mục {0} không thể nằm trong chính nó hoặc trong mục con của nó.",
        "The item {0} cannot stand in itself, or in an item below it.");

    internal static readonly FailureDefinition CodeIsStable = new(
        "criteria_catalog.code_is_stable", FailureKind.Invalid,
        "Mã của mục này là {0}. Vui lòng dùng chức năng đổi mã để giữ liên kết với số liệu đã có.",
        "The code of this item is {0}. Use renumbering to change it, so that earlier figures stay linked.");

    internal static readonly FailureDefinition BranchApart = new(
        "criteria_catalog.branch_apart", FailureKind.Invalid,
        "Mục con được thêm, chuyển hoặc bỏ riêng. Vui lòng bỏ trường {0}.",
        "What stands below is added, moved or removed by itself. Leave out the field {0}.");

    internal static readonly FailureDefinition FieldIsFixed = new(
        "criteria_catalog.field_is_fixed", FailureKind.Invalid,
        "Trường {0} không đổi được trong bản nháp. Vui lòng bỏ trường này.",
        "The field {0} cannot be changed in a draft. Leave it out.");

    internal static readonly FailureDefinition NotAnObject = new(
        "criteria_catalog.not_an_object", FailureKind.Invalid,
        "Nội dung này cần là một đối tượng JSON đúng chuẩn, mỗi trường một lần.",
        "This must be a well-formed JSON object that names each field once.");

    internal static readonly FailureDefinition NothingToDo = new(
        "criteria_catalog.nothing_to_do", FailureKind.Invalid,
        "Cần có từ 1 đến {0} thao tác.", "There must be 1 to {0} edits.");

    internal static readonly FailureDefinition NothingToCompare = new(
        "criteria_catalog.nothing_to_compare", FailureKind.NotFound,
        "Trước phiên bản {0} chưa có phiên bản nào được công bố để so sánh.",
        "No version was published before version {0} to compare it with.");

    internal static readonly FailureDefinition NowhereToMove = new(
        "criteria_catalog.nowhere_to_move", FailureKind.Conflict,
        "Mục này không còn chỗ nào theo hướng đó.", "There is no place in that direction.");
}

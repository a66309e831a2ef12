using LearningCity.BuildingBlocks.Results;

namespace LearningCity.CriteriaCatalog.Domain.Formulas;

/// <summary>What is refused of a formula.</summary>
internal static class FormulaFailures
{
    internal static readonly FailureDefinition FormulaTooLong = new(
        "criteria_catalog.formula_too_long", FailureKind.Invalid,
        "Công thức có tối đa {0} ký tự.", "A formula has at most {0} characters.");

    internal static readonly FailureDefinition FormulaTooDeep = new(
        "criteria_catalog.formula_too_deep", FailureKind.Invalid,
        "Công thức có tối đa {0} lớp ngoặc lồng nhau.", "A formula nests at most {0} brackets.");

    internal static readonly FailureDefinition FormulaUnreadable = new(
        "criteria_catalog.formula_unreadable", FailureKind.Invalid,
        "Chưa đọc được công thức từ ký tự {0}: “{1}”. Vui lòng kiểm tra dấu, ngoặc và mã chỉ số; mã có dấu chấm hoặc gạch nối cần đặt trong [ ].",
        "The formula cannot be read from character {0}: “{1}”. Check signs, brackets and codes; a code with a dot or hyphen stands in [ ].");

    internal static readonly FailureDefinition FormulaUnfinished = new(
        "criteria_catalog.formula_unfinished", FailureKind.Invalid,
        "Công thức còn dở dang. Vui lòng viết tiếp hoặc đóng ngoặc.", "The formula is not finished. Go on, or close the bracket.");

    internal static readonly FailureDefinition FormulaNamesNothing = new(
        "criteria_catalog.formula_names_nothing", FailureKind.Invalid,
        "Công thức cần có ít nhất một chỉ số khác.", "A formula needs at least one other indicator.");

    internal static readonly FailureDefinition FormulaCodeUnknown = new(
        "criteria_catalog.formula_code_unknown", FailureKind.Invalid,
        "Phiên bản này không có chỉ số mang mã {0}.", "This version has no indicator with the code {0}.");

    internal static readonly FailureDefinition FormulaValueUnfit = new(
        "criteria_catalog.formula_value_unfit", FailureKind.Invalid,
        "Chỉ số {0} không có giá trị bằng số để đưa vào công thức.", "The indicator {0} has no number for a formula.");

    internal static readonly FailureDefinition FormulaPartUnfit = new(
        "criteria_catalog.formula_part_unfit", FailureKind.Invalid,
        "Chỉ số {0} không có tử số và mẫu số được báo cáo.", "The indicator {0} has no reported numerator and denominator.");

    internal static readonly FailureDefinition FormulaCycle = new(
        "criteria_catalog.formula_cycle", FailureKind.Invalid,
        "Các công thức gọi nhau thành vòng: {0}.", "The formulas name each other in a circle: {0}.");

    internal static readonly FailureDefinition FormulaChainTooLong = new(
        "criteria_catalog.formula_chain_too_long", FailureKind.Invalid,
        "Công thức dựa trên nhau tối đa {0} bậc.", "Formulas stand on each other at most {0} deep.");

    internal static readonly FailureDefinition FormulaUnitsUnfit = new(
        "criteria_catalog.formula_units_unfit", FailureKind.Invalid,
        "Đơn vị tính không khớp: “{0}” và “{1}”.", "The units of measure do not fit: “{0}” and “{1}”.");
}

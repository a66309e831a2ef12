using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.Submissions.Contracts;

namespace LearningCity.Submissions.Domain;

/// <summary>Evidence that the catalogue requires of a figure. Whoever has no figure owes no evidence for it.</summary>
internal static class EvidenceRules
{
    /// <summary>What is missing; null where nothing is.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="cell">What the sheet says for it; a link may stand in its comment.</param>
    /// <param name="hasFile">Whether a file supports it.</param>
    internal static Failure? Missing(Indicator indicator, PackedCell cell, bool hasFile)
    {
        if (cell.State != CellState.Reported) return null;
        var missing = indicator.Evidence.FirstOrDefault(evidence => evidence.Mandatory && !(hasFile || (evidence.Kind == EvidenceKind.Link && HasLink(cell.Comment))));
        return missing is null ? null : EvidenceFailures.Required.On(indicator.Code, indicator.Name, NameOf(missing));
    }

    /// <summary>What people call a piece of evidence that is asked for.</summary>
    internal static LocalText NameOf(RequiredEvidence evidence) => evidence.Name ?? evidence.Kind switch
    {
        EvidenceKind.Decision => new("quyết định", "a decision"),
        EvidenceKind.Plan => new("kế hoạch", "a plan"),
        EvidenceKind.Report => new("báo cáo hoặc biên bản", "a report or minutes"),
        EvidenceKind.Statistics => new("biểu thống kê hoặc sổ theo dõi", "statistics or a register"),
        EvidenceKind.Photo => new("hình ảnh", "a photograph"),
        EvidenceKind.Link => new("đường dẫn (ghi trong ghi chú)", "a link (in the comment)"),
        _ => new("minh chứng", "evidence"),
    };

    private static bool HasLink(string? comment) => comment?.Contains("://", StringComparison.Ordinal) == true;
}

using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Submissions.Contracts;

/// <summary>How a cell of a sheet came to say what it says; null if there is no such sheet.</summary>
/// <param name="Pin">The version of the sheet; later steps are left out.</param>
/// <param name="IndicatorId">The indicator.</param>
/// <param name="Disaggregation">Key of the disaggregation; empty for the total.</param>
public sealed record GetCellTrace(SheetPin Pin, Guid IndicatorId, string Disaggregation) : IQuery<CellTrace?>;

/// <summary>The way of a cell.</summary>
/// <param name="Origin">Who handed the sheet in, and who approved it.</param>
/// <param name="Steps">What was done to the cell, and to the report it stands in, oldest first.</param>
/// <param name="Evidence">The files that support it.</param>
public sealed record CellTrace(SheetOrigin Origin, IReadOnlyList<CellStep> Steps, IReadOnlyList<CellEvidence> Evidence);

/// <summary>What kind of step it was.</summary>
public enum CellStepKind
{
    /// <summary>The cell was changed.</summary>
    Changed,

    /// <summary>The report was handed in.</summary>
    Submitted,

    /// <summary>The report was taken back before review.</summary>
    Withdrawn,

    /// <summary>Cells were returned.</summary>
    Returned,

    /// <summary>The report was approved.</summary>
    Approved,

    /// <summary>Something else was done with the report.</summary>
    Other,
}

/// <summary>One step.</summary>
/// <param name="Number">Number of the revision.</param>
/// <param name="Kind">What was done.</param>
/// <param name="At">When.</param>
/// <param name="By">Who; empty for the system.</param>
/// <param name="Reason">Why.</param>
/// <param name="Before">What the cell said before; null where the step did not change it.</param>
/// <param name="After">What it said after.</param>
public sealed record CellStep(int Number, CellStepKind Kind, DateTimeOffset At, Guid By, string? Reason, SheetCell? Before, SheetCell? After);

/// <summary>A file that supports a figure. Who may see the submission may open it.</summary>
/// <param name="Id">Key.</param>
/// <param name="FileName">As it was called.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Hash of its content, in hexadecimal.</param>
/// <param name="AddedAt">When it was attached.</param>
public sealed record CellEvidence(Guid Id, string FileName, long Size, string Sha256, DateTimeOffset AddedAt);

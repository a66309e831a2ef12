using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Submissions.Contracts;

/// <summary>Names one version of a sheet. Its figures never change, so whoever keeps the name can read them again for ever.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="SheetVersion">Number of the version, from 1.</param>
public readonly record struct SheetPin(Guid SubmissionId, int SheetVersion);

/// <summary>The sheets of a period that count now, as one statement of the database sees them: a list of one moment.</summary>
public sealed record ListSheetPins(Guid PeriodId) : IQuery<IReadOnlyList<SheetPin>>;

/// <summary>The sheets that were pinned, as they are stored, in no order that matters; one that is not there is left out.</summary>
public sealed record StreamPinnedSheets(IReadOnlyCollection<SheetPin> Pins) : IStreamQuery<PackedSheet>;

/// <summary>Where versions of sheets come from: who handed them in and why, who approved them.</summary>
public sealed record GetSheetOrigins(IReadOnlyCollection<SheetPin> Pins) : IQuery<IReadOnlyList<SheetOrigin>>;

/// <summary>Where one version of a sheet comes from.</summary>
/// <param name="Pin">The version.</param>
/// <param name="RecordedAt">When it was handed in.</param>
/// <param name="RecordedBy">The person or API client who handed it in.</param>
/// <param name="ApprovedAt">When it was approved; null if it never was.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="Reason">Why it differs from the version before, in the words of those who changed or returned it; null where nobody said.</param>
public sealed record SheetOrigin(
    SheetPin Pin, DateTimeOffset RecordedAt, Guid RecordedBy, DateTimeOffset? ApprovedAt, Guid? ApprovedBy, string? Reason);

/// <summary>
/// While a period is sealed, its approvals wait: whoever seals holds a claim of this name for the moment that it takes, and a closed
/// period under it takes no change.
/// </summary>
public static class SealingHold
{
    /// <summary>Name of the claim.</summary>
    public static string Of(Guid periodId) => $"submissions.sealing/{periodId:N}";
}

using LearningCity.BuildingBlocks.Results;

namespace LearningCity.Analytics.Application.Briefings;

/// <summary>Prints a self-contained HTML document.</summary>
internal interface IPdfPrinter
{
    /// <summary>Whether there is something to print with.</summary>
    bool IsAvailable { get; }

    /// <summary>The document as a tagged PDF; refused where there is no browser, or where it does not print in time.</summary>
    Task<Result<byte[]>> PrintAsync(string html, CancellationToken cancellationToken);
}

/// <summary>A document as it is drawn.</summary>
/// <param name="Html">To be printed: one document with everything in it; null for a document without PDF.</param>
/// <param name="Word">The Word file; null for a document without one.</param>
/// <param name="Edition">Number of the edition that its figures are of; <c>live</c> for what is not sealed.</param>
internal sealed record DrawnDocument(string? Html, byte[]? Word, string Edition);

/// <summary>Draws briefings and other reports.</summary>
internal interface IBriefingPaper
{
    /// <summary>The document.</summary>
    Task<DrawnDocument> DrawAsync(Domain.Briefing briefing, CancellationToken cancellationToken);
}

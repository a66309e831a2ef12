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

/// <summary>Draws a briefing as one HTML document with everything in it.</summary>
internal interface IBriefingPaper
{
    /// <summary>The document.</summary>
    Task<string> DrawAsync(Domain.Briefing briefing, CancellationToken cancellationToken);
}

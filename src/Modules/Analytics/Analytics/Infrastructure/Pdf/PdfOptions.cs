namespace LearningCity.Analytics.Infrastructure.Pdf;

/// <summary>Section <c>Pdf</c> of the configuration.</summary>
internal sealed class PdfOptions
{
    internal const string Section = "Pdf";

    /// <summary>Path of a Chromium; without it, one is looked for on the search path.</summary>
    public string? Browser { get; set; }

    /// <summary>Pages printed at the same time; two are the best on two cores.</summary>
    public int AtOnce { get; set; } = 2;

    /// <summary>How long one document may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);
}

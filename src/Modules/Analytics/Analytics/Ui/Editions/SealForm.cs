namespace LearningCity.Analytics.Ui.Editions;

/// <summary>What a person says when they seal a period.</summary>
public sealed class SealForm
{
    /// <summary>Number of the edition that the page showed.</summary>
    public int Edition { get; set; }

    /// <summary>Of a later edition: <c>revision</c> or <c>correction</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>Why.</summary>
    public string? Statement { get; set; }

    /// <summary>The code of the period, typed to confirm.</summary>
    public string? Code { get; set; }
}

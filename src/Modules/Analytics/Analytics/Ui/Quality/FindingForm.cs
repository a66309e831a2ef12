namespace LearningCity.Analytics.Ui.Quality;

/// <summary>What is said about a conspicuous figure.</summary>
public sealed class FindingForm
{
    /// <summary>The version that was seen.</summary>
    public int Version { get; set; }

    /// <summary><c>explained</c>, <c>sent_back</c> or <c>open</c>.</summary>
    public string? State { get; set; }

    /// <summary>Why; what is asked.</summary>
    public string? Note { get; set; }
}

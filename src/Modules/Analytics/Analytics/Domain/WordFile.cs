namespace LearningCity.Analytics.Domain;

/// <summary>The Word file of a document, kept beside its PDF.</summary>
internal sealed class WordFile
{
    /// <summary>The document.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>The file.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Hash of the file, in hexadecimal.</summary>
    public required string Sha256 { get; init; }
}

namespace LearningCity.UnitRegistry.Domain;

/// <summary>A file of units that waits for somebody to look at its preview and take it or leave it. Forgotten after a day.</summary>
internal sealed class StagedImport
{
    /// <summary>How long a file waits.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public required Guid Id { get; init; }

    public required Guid UploadedBy { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>As the person's machine calls it.</summary>
    public required string FileName { get; init; }

    public required string MediaType { get; init; }

    /// <summary>The day as of which rows speak that name no day themselves.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Whether units of the registry take other values from the file.</summary>
    public required bool IsUpdate { get; init; }

    /// <summary>The file, compressed with gzip.</summary>
    public required byte[] Content { get; init; }
}

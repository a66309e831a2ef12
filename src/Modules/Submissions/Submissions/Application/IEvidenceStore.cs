namespace LearningCity.Submissions.Application;

/// <summary>Keeps files by the hash of their content: a directory, or a store that all hosts see.</summary>
internal interface IEvidenceStore
{
    /// <summary>Receives a file up to a size; it lies beside the store until it is kept.</summary>
    /// <returns>The file received; null where it is larger.</returns>
    Task<ReceivedFile?> ReceiveAsync(Stream content, long mostBytes, CancellationToken cancellationToken);

    /// <summary>Opens a file that was kept; null where it is missing. Whoever asked closes it.</summary>
    Task<Stream?> OpenAsync(string hash, CancellationToken cancellationToken);
}

/// <summary>A file that was received whole and is safe on disk; disposing of it without keeping it removes it.</summary>
internal abstract class ReceivedFile : IDisposable
{
    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    internal abstract string Hash { get; }

    internal abstract long Size { get; }

    /// <summary>The content, to be looked at.</summary>
    internal abstract Stream Content { get; }

    /// <summary>Puts it into the store, for good; the same content is kept once.</summary>
    internal abstract Task KeepAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract void Dispose();
}

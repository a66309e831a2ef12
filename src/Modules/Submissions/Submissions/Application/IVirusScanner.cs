namespace LearningCity.Submissions.Application;

/// <summary>What a scan of a file came to.</summary>
internal enum ScanVerdict
{
    /// <summary>The city has no scanner.</summary>
    NoScanner,

    /// <summary>Nothing was found.</summary>
    Clean,

    /// <summary>Something was found: the file is refused.</summary>
    Infected,

    /// <summary>The scanner does not answer, and without it no file is taken.</summary>
    Away,

    /// <summary>The scanner does not answer; the city takes files all the same and marks them.</summary>
    AwayButTaken,
}

/// <summary>Looks for malware in a file before it is kept.</summary>
internal interface IVirusScanner
{
    /// <summary>Scans a file from where it stands to its end.</summary>
    Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellationToken);
}

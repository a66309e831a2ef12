namespace LearningCity.Submissions.Domain;

/// <summary>From where a change came.</summary>
internal enum EntrySource
{
    /// <summary>The web form.</summary>
    Web,

    /// <summary>The API, one submission at a time.</summary>
    Api,

    /// <summary>The bulk API.</summary>
    Import,

    /// <summary>An Excel workbook.</summary>
    Workbook,

    /// <summary>The system itself.</summary>
    System,
}

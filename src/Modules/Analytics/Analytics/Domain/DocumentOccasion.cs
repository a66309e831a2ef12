namespace LearningCity.Analytics.Domain;

/// <summary>What a document was made for.</summary>
internal enum DocumentOccasion
{
    /// <summary>Somebody asked for it.</summary>
    Request,

    /// <summary>The period closed.</summary>
    Closing,

    /// <summary>An edition was sealed.</summary>
    Sealing,

    /// <summary>The committee meets.</summary>
    Meeting,

    /// <summary>The calendar's day.</summary>
    Calendar,
}

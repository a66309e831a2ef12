namespace LearningCity.Analytics.Domain;

/// <summary>What a kept document is.</summary>
internal enum DocumentKind
{
    /// <summary>The committee's briefing, PDF.</summary>
    Briefing,

    /// <summary>The six-monthly review report by Decree 30/2020, Word and PDF.</summary>
    Review,

    /// <summary>The draft of UNESCO's biennial progress report, Word, in English.</summary>
    Unesco,

    /// <summary>Two pages about one unit, PDF.</summary>
    UnitBrief,
}

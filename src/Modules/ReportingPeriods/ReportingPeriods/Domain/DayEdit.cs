namespace LearningCity.ReportingPeriods.Domain;

/// <summary>What a decision makes of a day.</summary>
internal enum DayEditKind
{
    /// <summary>A day off: a public holiday, or one given for it.</summary>
    Holiday,

    /// <summary>A weekend day on which people work in exchange for a day off.</summary>
    WorkedInstead,

    /// <summary>A plain day: worked from Monday to Friday, off at the weekend, whatever the law or an announcement says.</summary>
    Plain,

    /// <summary>As the product has it from the law and the announcements: an earlier edit no longer counts.</summary>
    AsAnnounced,
}

/// <summary>
/// What a decision made of one day of the calendar. Appended, never changed: the highest revision of a day counts, the others stay
/// readable.
/// </summary>
internal sealed class DayEdit
{
    public required DateOnly Day { get; init; }

    /// <summary>1, 2, 3 for a day.</summary>
    public required int Revision { get; init; }

    public required DayEditKind Kind { get; init; }

    /// <summary>Number and date of the decision or announcement.</summary>
    public required string Decision { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

using LearningCity.BuildingBlocks.Data;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>When units that have not handed in are reminded, and from when on the unit above is told too. The city has one.</summary>
internal sealed class ReminderPolicy : IVersioned
{
    /// <summary>Key of the one row.</summary>
    internal const string TheOne = "city";

    public string Key { get; init; } = TheOne;

    /// <summary>The rules, by their days.</summary>
    public required IReadOnlyList<ReminderRule> Rules { get; set; }

    public int Version { get; private set; }

    /// <summary>Five working days and one before, on the day, one and three after; with the last the unit above is told.</summary>
    internal static ReminderPolicy BuiltIn() => new()
    {
        Rules = [.. ReminderSchedule.Rules.Select(days => new ReminderRule(days, days == ReminderSchedule.Rules[^1]))],
    };
}

/// <summary>One rule.</summary>
/// <param name="Days">Working days before (negative) or after the due date.</param>
/// <param name="Escalates">Whether the unit above is told too; only of rules after the due date.</param>
internal sealed record ReminderRule(int Days, bool Escalates);

/// <summary>What a reviewer was told waits for them on a day; one line a day and reviewer, whichever host writes it.</summary>
internal sealed class ReviewerDigest
{
    public required Guid ReviewerUnitId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>How many reports waited.</summary>
    public required int Waiting { get; init; }

    public required ReminderOutcome Outcome { get; init; }

    public SkipReason? Reason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

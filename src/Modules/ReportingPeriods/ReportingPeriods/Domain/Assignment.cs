using LearningCity.BuildingBlocks.Results;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>
/// Which units report a criteria set, and who reviews them. It holds for periods whose reference date lies within its dates, so that
/// one period follows another without anybody saying it again: districts until 30 June 2025, wards from the day after.
/// </summary>
internal sealed class Assignment
{
    public required Guid Id { get; init; }

    public required Guid CycleId { get; init; }

    /// <summary>Names it within its cycle.</summary>
    public required string Code { get; init; }

    public required string SetCode { get; init; }

    /// <summary>Types of units, in snake case; empty where groups or named units say enough.</summary>
    public required IReadOnlyList<string> UnitTypes { get; init; }

    /// <summary>Only units at or below this one (by <c>reports to</c>, on the reference date); null for all.</summary>
    public Guid? RootUnitId { get; init; }

    /// <summary>Only members of one of these groups (by the registry, on the reference date); empty for all.</summary>
    public IReadOnlyList<Guid> GroupIds { get; init; } = [];

    /// <summary>Only these indicators, for a department that leads some; empty for all that the unit's type reports.</summary>
    public required IReadOnlyList<string> IndicatorCodes { get; init; }

    /// <summary>The body that reviews; null for the unit that each one reports to.</summary>
    public Guid? ReviewerUnitId { get; init; }

    /// <summary>Units that report too, whatever their type and place.</summary>
    public required IReadOnlyList<Guid> IncludedUnitIds { get; init; }

    /// <summary>Units that do not report although their type and place would have it so.</summary>
    public required IReadOnlyList<Guid> ExcludedUnitIds { get; init; }

    /// <summary>First reference date for which it holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last reference date for which it holds; null while it does.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Ends it: it holds for reference dates up to this one. What opened periods fixed stays.</summary>
    internal Result End(DateOnly lastDay)
    {
        if (lastDay < ValidFrom) return PeriodFailures.EndsBeforeItBegins.On("lastDay", ValidFrom);
        ValidTo = lastDay;
        return Result.Ok;
    }

    internal bool HoldsOn(DateOnly referenceDate) => ValidFrom <= referenceDate && (ValidTo is null || referenceDate <= ValidTo);
}

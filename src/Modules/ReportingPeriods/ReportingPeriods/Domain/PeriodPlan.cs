using LearningCity.BuildingBlocks.Contracts;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.ReportingPeriods.Domain;

/// <summary>A period as its cycle would have it, with all of its dates: what is shown before it is planned, and then planned.</summary>
internal sealed record PeriodPlan(
    string Code, LocalText Name, DateOnly WindowFrom, DateOnly WindowTo, DateOnly OpensOn, int ClosingDays, DateOnly ClosesOn,
    IReadOnlyList<TierDue> Tiers);

/// <summary>When a tier is due.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="WorkingDays">Working days after the window's end.</param>
/// <param name="DueOn">The day that this makes.</param>
internal sealed record TierDue(Tier Tier, int WorkingDays, DateOnly DueOn);

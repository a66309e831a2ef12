using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.ReportingPeriods.Contracts;

/// <summary>The n-th working day after a day, by the holiday calendar as the city's administrator keeps it.</summary>
public sealed record AddWorkingDays(DateOnly Day, int WorkingDays) : IQuery<DateOnly>;

/// <summary>How many working days lie after a day, up to and with another, by that calendar; negative where it is earlier.</summary>
public sealed record CountWorkingDays(DateOnly From, DateOnly To) : IQuery<int>;

/// <summary>Another unit answers for an obligation from now on, or (null) the unit's own people do again.</summary>
[EventName("reporting_periods.obligation_handed_over.v1")]
public sealed record ObligationHandedOver(Guid EventId, Guid ObligationId, Guid PeriodId, Guid UnitId, Guid? CarriedByUnitId) : IIntegrationEvent;

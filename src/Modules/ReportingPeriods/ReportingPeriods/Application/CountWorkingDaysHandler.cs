using LearningCity.BuildingBlocks.Messaging;
using LearningCity.ReportingPeriods.Contracts;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Counts working days for other modules, by the city's own calendar.</summary>
internal sealed class CountWorkingDaysHandler(CityCalendar calendar) : IQueryHandler<AddWorkingDays, DateOnly>, IQueryHandler<CountWorkingDays, int>
{
    public async Task<DateOnly> Handle(AddWorkingDays request, CancellationToken cancellationToken) =>
        (await calendar.ReadAsync(cancellationToken)).AddWorkingDays(request.Day, request.WorkingDays);

    public async Task<int> Handle(CountWorkingDays request, CancellationToken cancellationToken) =>
        (await calendar.ReadAsync(cancellationToken)).WorkingDaysBetween(request.From, request.To);
}

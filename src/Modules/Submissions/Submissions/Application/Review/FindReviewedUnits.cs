using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Time;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.Submissions.Application.Review;

/// <summary>Units by the codes that people type, of those that the caller's bodies review.</summary>
internal sealed record FindReviewedUnits(IReadOnlyList<string> Codes) : IQuery<ReviewedUnits>;

/// <summary>The units found.</summary>
/// <param name="UnitIds">Their keys.</param>
/// <param name="Unknown">Codes that name none.</param>
internal sealed record ReviewedUnits(IReadOnlyList<Guid> UnitIds, IReadOnlyList<string> Unknown);

internal sealed class FindReviewedUnitsHandler(ISubmissionsDb db, InboxRows inbox, TimeProvider clock, ISender sender)
    : IQueryHandler<FindReviewedUnits, ReviewedUnits>
{
    public async Task<ReviewedUnits> Handle(FindReviewedUnits request, CancellationToken cancellationToken)
    {
        if (request.Codes.Count == 0) return new ReviewedUnits([], []);
        var found = await sender.Send(new FindUnitsByCode([.. request.Codes], CityTime.Today(clock)), cancellationToken);
        var reviewed = await inbox.OfBodies(db.Submissions.AsNoTracking()).Select(s => s.UnitId).Distinct().ToHashSetAsync(cancellationToken);
        var units = found.Where(unit => reviewed.Contains(unit.Id)).ToList();
        var known = units.Select(unit => unit.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ReviewedUnits([.. units.Select(unit => unit.Id).Distinct()], [.. request.Codes.Where(code => !known.Contains(code))]);
    }
}

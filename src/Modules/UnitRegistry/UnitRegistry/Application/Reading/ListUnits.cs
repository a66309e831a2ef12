using FluentValidation;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Units as of a day in Vietnamese order, by cursor.</summary>
internal sealed record ListUnits(UnitFilter Filter, string? Cursor, int? Limit) : IQuery<Result<Page<UnitSummary>>>;

internal sealed class ListUnitsValidator : AbstractValidator<ListUnits>
{
    public ListUnitsValidator() => RuleFor(query => query.Filter.Query)
        .MaximumLength(UnitFilter.LongestQuery).OverridePropertyName("q")
        .Say("Nội dung tìm tối đa 200 ký tự.", "Search for at most 200 characters.");
}

internal sealed class ListUnitsHandler(IUnitRegistryDb db, WordSearch search, Guardian guardian) : IQueryHandler<ListUnits, Result<Page<UnitSummary>>>
{
    public async Task<Result<Page<UnitSummary>>> Handle(ListUnits request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        if (!Cursor.TryRead<Place>(request.Cursor, out var after) || after is not (null or { Sort: not null, Code: not null })) return PlatformFailures.InvalidCursor;
        var limit = Cursor.Limit(request.Limit);
        var states = request.Filter.Apply(db, await search.RarestAsync(request.Filter.Query, cancellationToken));
        if (after is not null)
        {
            var (sort, code) = (after.Sort!, after.Code!);
            states = states.Where(state => state.Sort.CompareTo(sort) > 0 || (state.Sort == sort && state.Code.CompareTo(code) > 0));
        }

        var found = await states.OrderBy(state => state.Sort).ThenBy(state => state.Code).Take(limit + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(found, limit, state => new Place(state.Sort, state.Code));
        return new Page<UnitSummary>([.. page.Items.Select(UnitAnswers.ToSummary)], page.NextCursor);
    }

    /// <summary>Where a page ended. A code names one unit on a day, so that the pair is unique.</summary>
    private sealed record Place(string? Sort, string? Code);
}

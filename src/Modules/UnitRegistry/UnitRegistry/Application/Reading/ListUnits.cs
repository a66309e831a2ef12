using FluentValidation;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Application.Answers;
using LearningCity.UnitRegistry.Application.Directory;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Application.Reading;

/// <summary>Units as of a day in Vietnamese order, by cursor.</summary>
internal sealed record ListUnits(UnitFilter Filter, string? Cursor, int? Limit) : IQuery<Result<Page<UnitSummary>>>;

internal sealed class ListUnitsValidator : AbstractValidator<ListUnits>
{
    public ListUnitsValidator() => RuleFor(query => query.Filter.Query)
        .MaximumLength(UnitFilter.LongestQuery).OverridePropertyName("q")
        .Say("Nội dung tìm tối đa 200 ký tự.", "Search for at most 200 characters.");
}

internal sealed class ListUnitsHandler(IUnitRegistryDb db, UnitDirectory directory, Guardian guardian) : IQueryHandler<ListUnits, Result<Page<UnitSummary>>>
{
    public async Task<Result<Page<UnitSummary>>> Handle(ListUnits request, CancellationToken cancellationToken)
    {
        if (guardian.Require(UnitRegistryPermissions.Read) is { Succeeded: false } refusal) return refusal;
        if (!Cursor.TryRead<DirectoryPlace>(request.Cursor, out var after) || after is not (null or { Sort: not null, Code: not null })) return PlatformFailures.InvalidCursor;
        var limit = Cursor.Limit(request.Limit);
        var index = await directory.ReadAsync(db, cancellationToken);
        var found = index.Find(request.Filter, after).Take(limit + 1).ToList();

        // A code names one unit on a day, so that the pair is unique.
        var page = Cursor.Page(found, limit, state => new DirectoryPlace(state.Sort, state.Code));
        return new Page<UnitSummary>([.. page.Items.Select(UnitAnswers.ToSummary)], page.NextCursor);
    }
}

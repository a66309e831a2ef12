using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Comparing;
using LearningCity.CriteriaCatalog.Domain.Editing;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Application;

/// <summary>What one version of a set says otherwise than another; drafts only for those who edit.</summary>
/// <param name="SetCode">The set.</param>
/// <param name="Number">The later version.</param>
/// <param name="Against">The version to compare with; null for the one that was published before it.</param>
internal sealed record CompareVersions(string SetCode, int Number, int? Against = null) : IQuery<Result<VersionComparison>>;

/// <summary>Two versions, what is different, and what each difference touches.</summary>
internal sealed record VersionComparison(SetVersion Before, SetVersion After, VersionDiff Diff, ChangeEffects Effects);

internal sealed class CompareVersionsHandler(ICriteriaCatalogDb db, Guardian guardian, ISender sender)
    : IQueryHandler<CompareVersions, Result<VersionComparison>>
{
    public async Task<Result<VersionComparison>> Handle(CompareVersions request, CancellationToken cancellationToken)
    {
        var allowed = guardian.Require(CriteriaCatalogPermissions.Read);
        if (!allowed.Succeeded) return allowed;
        var after = await sender.Send(new GetVersion(request.SetCode, request.Number), cancellationToken);
        if (!after.Succeeded) return after.WithoutValue();
        var against = request.Against ?? await PublishedBeforeAsync(request, cancellationToken);
        if (against is null) return EditFailures.NothingToCompare.On("against", request.Number);
        var before = await sender.Send(new GetVersion(request.SetCode, against.Value), cancellationToken);
        if (!before.Succeeded) return before.WithoutValue();
        var (earlier, later) = (before.Value.Version, after.Value.Version);
        var effects = new ChangeEffects(
            (earlier.Content, await UnitsAsync(earlier, later.ValidFrom, cancellationToken)),
            (later.Content, await UnitsAsync(later, later.ValidFrom, cancellationToken)));
        return new VersionComparison(earlier, later, VersionDiff.Between(earlier.Content, later.Content), effects);
    }

    /// <summary>Who would be asked for a version on the day on which the later one begins: that is when a change is felt.</summary>
    private Task<IReadOnlyList<ReportingUnits>> UnitsAsync(SetVersion version, DateOnly on, CancellationToken cancellationToken) => sender.Send(
        new CountReportingUnits(version.SetCode, on, [.. version.Content.PlacedIndicators().Select(
            placed => new ReportedIndicator(placed.Indicator.Code, placed.Indicator.ReporterTypes))]), cancellationToken);

    private Task<int?> PublishedBeforeAsync(CompareVersions request, CancellationToken cancellationToken) => db.Versions.AsNoTracking()
        .Where(version => version.SetCode == request.SetCode && version.Number < request.Number && version.State != VersionState.Draft)
        .MaxAsync(version => (int?)version.Number, cancellationToken);
}

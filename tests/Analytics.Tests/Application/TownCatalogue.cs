using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.Analytics.Tests.Application;

/// <summary>Answers what catalogue and registry say of the town beside sheets.</summary>
internal sealed class CatalogueAnswers(Town town) :
    IRequestHandler<ListCriteriaSetVersions, IReadOnlyList<CriteriaSetVersionSummary>>,
    IRequestHandler<ListCrosswalksInForce, IReadOnlyList<CrosswalkLink>>, IRequestHandler<GetCrosswalkLinks, IReadOnlyList<CrosswalkLink>>,
    IRequestHandler<FindReferenceValues, IReadOnlyList<ReferenceValue>>, IRequestHandler<ListReferenceSeries, IReadOnlyList<ReferenceSeriesSummary>>,
    IRequestHandler<FindUnitsWithCommittee, IReadOnlySet<Guid>>
{
    public Task<IReadOnlyList<CriteriaSetVersionSummary>> Handle(ListCriteriaSetVersions request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CriteriaSetVersionSummary>>(
            [new(town.OtherVersionId, "other-set", 1, town.OtherSet.Name, town.OtherSet.Origin, town.OtherSet.ValidFrom, null, 1)]);

    public Task<IReadOnlyList<CrosswalkLink>> Handle(ListCrosswalksInForce request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CrosswalkLink>>(
        [
            .. town.Links.Where(link => request.VersionId == town.OtherVersionId && link.ValidFrom <= request.On
                && (link.ValidTo is not { } last || last >= request.On)),
        ]);

    public Task<IReadOnlyList<CrosswalkLink>> Handle(GetCrosswalkLinks request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CrosswalkLink>>([.. town.Links.Where(link => request.Ids.Contains(link.Id))]);

    public Task<IReadOnlyList<ReferenceValue>> Handle(FindReferenceValues request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReferenceValue>>(
        [
            .. request.Units.Where(unit => town.Population.ContainsKey(unit.Code))
                .Select(unit => new ReferenceValue(unit.Code, request.On, town.Population[unit.Code], town.Release)),
        ]);

    public Task<IReadOnlyList<ReferenceSeriesSummary>> Handle(ListReferenceSeries request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ReferenceSeriesSummary>>([]);

    public Task<IReadOnlySet<Guid>> Handle(FindUnitsWithCommittee request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<Guid>>(town.Committees);
}

using AutoMapper;
using LearningCity.BuildingBlocks.Data;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Domain;

namespace LearningCity.CriteriaCatalog.Api;

/// <summary>
/// From what the module knows to what the API shows. The two have the same fields by name, and that they stay so is checked by a test:
/// a field added to the resource alone is found there, not by a caller who misses it (ADR 9).
/// </summary>
internal sealed class CatalogMappings : Profile
{
    /// <summary>Under this key of a mapping's items: the lasting ids of indicators by code.</summary>
    internal const string IndicatorIds = "indicatorIds";

    public CatalogMappings()
    {
        CreateMap<SetVersion, VersionResource>()
            .ForMember(resource => resource.Version, map => map.MapFrom(version => version.Number))
            .ForMember(resource => resource.State, map => map.MapFrom(version => SnakeCase.Of(version.State)))
            .IncludeMembers(version => version.Content);
        CreateMap<SetContent, VersionResource>(MemberList.None);
        CreateMap<ContentNode, NodeResource>()
            .ForMember(resource => resource.Confidence, map => map.MapFrom(node => Name(node.Confidence)));
        CreateMap<IndicatorDefinition, IndicatorResource>()
            .ForMember(resource => resource.Id, map => map.MapFrom((indicator, _, _, context) => IdOf(indicator, context)))
            .ForMember(resource => resource.Factor, map => map.MapFrom(indicator => indicator.EffectiveFactor))
            .ForMember(resource => resource.Confidence, map => map.MapFrom(indicator => Name(indicator.Confidence)));
        CreateMap<VersionListing, VersionListingResource>()
            .ForCtorParam(nameof(VersionListingResource.Version), map => map.MapFrom(listing => listing.Number))
            .ForCtorParam(nameof(VersionListingResource.State), map => map.MapFrom(listing => SnakeCase.Of(listing.State)));
        CreateMap<CriteriaSetListing, CriteriaSetResource>()
            .ForCtorParam(nameof(CriteriaSetResource.Name), map => map.MapFrom(listing => listing.Speaker.Name))
            .ForCtorParam(nameof(CriteriaSetResource.Origin), map => map.MapFrom(listing => listing.Speaker.Origin))
            .ForCtorParam(nameof(CriteriaSetResource.InForce), map => map.MapFrom(listing => NumberOf(listing.InForce)));
        CreateMap<IndicatorListing, IndicatorListingResource>()
            .ForCtorParam(nameof(IndicatorListingResource.Name), map => map.MapFrom(listing => new BuildingBlocks.Contracts.LocalText(listing.NameVi, listing.NameEn)));
    }

    private static string? Name(Confidence? confidence) => confidence is { } value ? SnakeCase.Of(value) : null;

    private static int? NumberOf(VersionListing? version) => version?.Number;

    private static Guid? IdOf(IndicatorDefinition indicator, ResolutionContext context) =>
        ((IReadOnlyDictionary<string, Guid>)context.Items[IndicatorIds]).TryGetValue(indicator.Code, out var id) ? id : null;
}

using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.UnitRegistry.Api;

/// <summary>The module's routes under <c>/api/v1</c>.</summary>
internal static class UnitRegistryEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var units = api.MapGroup("/units").WithTags("units").RequirePermission(UnitRegistryPermissions.Read);
        units.MapGet("/", List).WithName("listUnits").WithSummary("Units as of a date")
            .Produces<Page<UnitSummary>>().ProducesProblem(StatusCodes.Status400BadRequest);
        units.MapGet("/{id:guid}", Profile).WithName("getUnit").WithSummary("A unit with its history")
            .Produces<UnitProfile>().ProducesProblem(StatusCodes.Status404NotFound);
        units.MapGet("/{id:guid}/lineage", LineageOf).WithName("getUnitLineage").WithSummary("What a unit became, or what it came from")
            .Produces<UnitLineage>().ProducesProblem(StatusCodes.Status404NotFound);
        units.MapGet("/{id:guid}/lineage/steps", StepsOf).WithName("getUnitLineageSteps")
            .WithSummary("Predecessors and successors of a unit over a span, step by step, with accumulated shares")
            .Produces<UnitLineageSteps>().ProducesProblem(StatusCodes.Status404NotFound);
        units.MapGet("/branch", BranchOf).WithName("listUnitBranch").WithSummary("The units right below one in the tree of a date, or its roots")
            .Produces<Page<BranchUnit>>().ProducesProblem(StatusCodes.Status400BadRequest);
        UnitImportEndpoint.Map(units);

        var reorganisations = api.MapGroup("/reorganisations").WithTags("reorganisations");
        DecisionFileEndpoints.Map(reorganisations);
        reorganisations.MapGet("/", Reorganisations).WithName("listReorganisations").WithSummary("Reorganisations on record")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<Page<ReorganisationSummary>>();
        reorganisations.MapGet("/{id:guid}", Reorganisation).WithName("getReorganisation").WithSummary("One reorganisation on record")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<ReorganisationSummary>().ProducesProblem(StatusCodes.Status404NotFound);
        reorganisations.MapPost("/", Enter).WithName("enterReorganisation").WithSummary("Carry out a decision on units, or preview it")
            .RequirePermission(UnitRegistryPermissions.Keep).Idempotent()
            .Produces<ReorganisationOutcome>().Produces<ReorganisationOutcome>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);

        var committees = api.MapGroup("/committees").WithTags("committees");
        committees.MapGet("/", Committees).WithName("listCommittees").WithSummary("Steering committees in force on a date")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<Page<CommitteeListItem>>();
        committees.MapPost("/", Record).WithName("recordCommittees").WithSummary("Record steering committees")
            .RequirePermission(UnitRegistryPermissions.Keep).Idempotent()
            .Produces<RecordedCommittees>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        committees.MapGet("/coverage", Coverage).WithName("getCommitteeCoverage").WithSummary("How many units have a steering committee")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<CoverageAnswer>();
    }

    private static async Task<IResult> List(
        DateOnly? asOf, string? q, string? type, Guid? under, string? relation, string? cursor, int? limit, ISender sender, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        UnitType? wanted = null;
        if (!string.IsNullOrEmpty(type))
        {
            if (!SnakeCase.TryParse<UnitType>(type, out var parsed)) return Wrong("type");
            wanted = parsed;
        }

        var along = UnitRelation.LiesIn;
        if (!string.IsNullOrEmpty(relation) && !SnakeCase.TryParse(relation, out along)) return Wrong("relation");
        var filter = new UnitFilter(asOf ?? CityTime.Today(clock), q, wanted, under, along);
        return (await sender.Send(new ListUnits(filter, cursor, limit), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> Profile(
        Guid id, DateOnly? asOf, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new GetUnitProfile(id, asOf ?? CityTime.Today(clock)), cancellationToken)).ToHttp();

    private static async Task<IResult> LineageOf(
        Guid id, DateOnly from, DateOnly? to, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new GetUnitLineage(id, from, to ?? CityTime.Today(clock)), cancellationToken)).ToHttp();

    private static async Task<IResult> StepsOf(
        Guid id, DateOnly? from, DateOnly? to, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new GetLineageSteps(id, from, to ?? CityTime.Today(clock)), cancellationToken)).ToHttp();

    private static async Task<IResult> BranchOf(
        DateOnly? asOf, Guid? parentId, string? relation, string? cursor, int? limit, ISender sender, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var along = UnitRelation.LiesIn;
        if (!string.IsNullOrEmpty(relation) && !SnakeCase.TryParse(relation, out along)) return Wrong("relation");
        var branch = new Branch(asOf ?? CityTime.Today(clock), along, parentId);
        return (await sender.Send(new ListBranch(branch, cursor, limit), cancellationToken)).ToHttp();
    }

    private static async Task<IResult> Reorganisations(
        Guid? unitId, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListReorganisations(unitId, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> Reorganisation(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadReorganisation(id), cancellationToken)).ToHttp();

    private static async Task<IResult> Enter(
        ReorganisationRequest request, bool? preview, bool? dryRun, ISender sender, CancellationToken cancellationToken)
    {
        var isPreview = preview == true || dryRun == true;
        return (await sender.Send(new EnterReorganisation(request, isPreview), cancellationToken)).ToHttp(outcome => isPreview
            ? TypedResults.Ok(outcome)
            : TypedResults.Created($"/api/v1/reorganisations?unitId={outcome.Effects.Touched.FirstOrDefault()}", outcome));
    }

    private static async Task<IResult> Committees(
        DateOnly? asOf, Guid? unitId, string? cursor, int? limit, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new ListCommittees(asOf ?? CityTime.Today(clock), unitId, cursor, limit), cancellationToken)).ToHttp();

    private static async Task<IResult> Record(NewCommittee[] committees, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new RecordCommittees(committees), cancellationToken)).ToHttp(
            ids => TypedResults.Created("/api/v1/committees", new RecordedCommittees(ids)));

    private static async Task<IResult> Coverage(
        DateOnly? asOf, Guid? rootId, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadCoverage(asOf ?? CityTime.Today(clock), rootId), cancellationToken)).ToHttp();

    private static IResult Wrong(string parameter) => new[] { PlatformFailures.InvalidParameter.On(parameter, parameter) }.ToHttp();
}

/// <summary>Keys of the committees that were recorded, in the order in which they were sent.</summary>
internal sealed record RecordedCommittees(IReadOnlyList<Guid> Ids);

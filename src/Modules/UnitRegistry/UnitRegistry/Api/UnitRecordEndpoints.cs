using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Time;
using LearningCity.UnitRegistry.Application.Import;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Application.Records;
using LearningCity.UnitRegistry.Domain;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.UnitRegistry.Api;

/// <summary>Routes of the records that hang on units: identifiers, focal points, recognitions, hand-overs, groups.</summary>
internal static class UnitRecordEndpoints
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        MapOfUnits(api.MapGroup("/units").WithTags("units"));
        MapGroups(api.MapGroup("/unit-groups").WithTags("unit groups"));

        var points = api.MapGroup("/focal-points").WithTags("units").RequirePermission(UnitRegistryPermissions.Keep);
        points.MapGet("/export", ExportFocalPoints).WithName("exportFocalPoints").WithSummary("The focal points of all units on a date, as CSV or Excel")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);
        points.MapPost("/{id:guid}/end", EndFocalPoint).WithName("endFocalPoint").WithSummary("A focal point ends")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        points.MapPost("/{id:guid}/erase", EraseFocalPoint).WithName("eraseFocalPoint").WithSummary("Erase the personal data of a focal point")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/recognitions/{id:guid}/withdraw", Withdraw).WithTags("units").WithName("withdrawRecognition")
            .WithSummary("Record that a recognition was withdrawn").RequirePermission(UnitRegistryPermissions.Keep)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/committees/{id:guid}/end", EndCommittee).WithTags("committees").WithName("endCommittee")
            .WithSummary("A steering committee ends").RequirePermission(UnitRegistryPermissions.Keep)
            .Produces<CreatedRecord>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void MapOfUnits(RouteGroupBuilder units)
    {
        units.MapGet("/by-identifier/{scheme}/{value}", ByIdentifier).WithName("findUnitByIdentifier").WithSummary("The unit that another register knows by a code")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<NamedUnit>().ProducesProblem(StatusCodes.Status404NotFound);
        units.MapGet("/{id:guid}/identifiers", Identifiers).WithName("listIdentifiers").WithSummary("Codes of a unit by scheme, as of a date")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<IReadOnlyList<DatedCode>>().ProducesProblem(StatusCodes.Status404NotFound);
        units.MapPost("/{id:guid}/identifiers", SetIdentifier).WithName("setIdentifier").WithSummary("Set or end a unit's code in another register")
            .RequirePermission(UnitRegistryPermissions.Keep).Idempotent().Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        units.MapGet("/{id:guid}/focal-points", FocalPoints).WithName("listFocalPoints").WithSummary("Whom to reach in a unit, as of a date")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<IReadOnlyList<FocalPointItem>>().ProducesProblem(StatusCodes.Status404NotFound);
        units.MapPost("/{id:guid}/focal-points", NameFocalPoint).WithName("nameFocalPoint").WithSummary("Name a focal point or its deputy")
            .RequirePermission(UnitRegistryPermissions.Keep).Idempotent().Produces<CreatedRecord>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        units.MapGet("/{id:guid}/recognitions", Recognitions).WithName("listRecognitions").WithSummary("Recognitions of a unit")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<IReadOnlyList<RecognitionItem>>().ProducesProblem(StatusCodes.Status404NotFound);
        units.MapPost("/{id:guid}/recognitions", Recognise).WithName("recordRecognition").WithSummary("Record a recognition")
            .RequirePermission(UnitRegistryPermissions.Keep).Idempotent().Produces<CreatedRecord>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        units.MapGet("/{id:guid}/committees", Committees).WithName("listCommitteesOfUnit").WithSummary("All committees of a unit with their seats")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<IReadOnlyList<CommitteeView>>().ProducesProblem(StatusCodes.Status404NotFound);
        units.MapGet("/{id:guid}/hand-over", HandOver).WithName("getHandOver").WithSummary("What a unit still owes, and who answers for it")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<HandOverView>().ProducesProblem(StatusCodes.Status404NotFound);
        units.MapPost("/{id:guid}/hand-over", TakeOver).WithName("handOver").WithSummary("Say who answers for what an ended unit still owes")
            .RequirePermission(UnitRegistryPermissions.Keep).Idempotent().Produces<CreatedRecord>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static void MapGroups(RouteGroupBuilder groups)
    {
        groups.MapGet("/", Groups).WithName("listUnitGroups").WithSummary("Groups of units on a date").RequirePermission(UnitRegistryPermissions.Read)
            .Produces<IReadOnlyList<GroupItem>>();
        groups.MapPost("/", CreateGroup).WithName("createUnitGroup").WithSummary("Make a group of units").RequirePermission(UnitRegistryPermissions.Keep)
            .Idempotent().Produces<CreatedRecord>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        groups.MapGet("/{id:guid}", Group).WithName("getUnitGroup").WithSummary("A group with its units on a date")
            .RequirePermission(UnitRegistryPermissions.Read).Produces<GroupView>().ProducesProblem(StatusCodes.Status404NotFound);
        groups.MapPut("/{id:guid}/members", SetMembers).WithName("setUnitGroupMembers").WithSummary("Set a group's units from a day on")
            .RequirePermission(UnitRegistryPermissions.Keep).Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ByIdentifier(
        string scheme, string value, DateOnly? asOf, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new FindByIdentifier(scheme, value, asOf ?? CityTime.Today(clock)), cancellationToken)).ToHttp();

    private static async Task<IResult> Identifiers(Guid id, DateOnly? asOf, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new ListIdentifiers(id, asOf ?? CityTime.Today(clock)), cancellationToken)).ToHttp();

    private static async Task<IResult> SetIdentifier(Guid id, IdentifierBody body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new SetIdentifier(id, body.Scheme, body.Value, body.ValidFrom), cancellationToken)).ToHttp();

    private static async Task<IResult> FocalPoints(Guid id, DateOnly? asOf, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new ListFocalPoints(id, asOf ?? CityTime.Today(clock)), cancellationToken)).ToHttp();

    private static async Task<IResult> NameFocalPoint(Guid id, FocalPointBody body, ISender sender, CancellationToken cancellationToken) =>
        Created(await sender.Send(new NameFocalPoint(id, body.Rank, body.Name, body.Duty, body.Email, body.Phone, body.ValidFrom), cancellationToken), $"/api/v1/units/{id}/focal-points");

    private static async Task<IResult> ExportFocalPoints(
        DateOnly? asOf, string? format, HttpContext context, ISender sender, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (format is not (null or "" or "csv" or "xlsx")) return new[] { PlatformFailures.InvalidParameter.On("format", "format") }.ToHttp();
        var day = asOf ?? CityTime.Today(clock);
        var exported = await sender.Send(new ExportFocalPoints(day, format == "xlsx", RequestLanguage.Of(context)), cancellationToken);
        return exported.ToHttp(file => format == "xlsx"
            ? TypedResults.File(file, UnitFiles.Excel, $"focal-points-{day:yyyy-MM-dd}.xlsx")
            : TypedResults.File(file, "text/csv; charset=utf-8", $"focal-points-{day:yyyy-MM-dd}.csv"));
    }

    private static async Task<IResult> EndFocalPoint(Guid id, LastDayBody body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new EndFocalPoint(id, body.LastDay), cancellationToken)).ToHttp();

    private static async Task<IResult> EraseFocalPoint(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new EraseFocalPoint(id), cancellationToken)).ToHttp();

    private static async Task<IResult> Recognitions(Guid id, DateOnly? asOf, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new ListRecognitions(id, asOf ?? CityTime.Today(clock)), cancellationToken)).ToHttp();

    private static async Task<IResult> Recognise(Guid id, RecognitionBody body, ISender sender, CancellationToken cancellationToken) =>
        Created(
            await sender.Send(
                new RecordRecognition(id, body.Title, body.Level, body.DecisionNumber, body.DecidedOn, body.Authority, body.ValidFrom, body.ValidTo),
                cancellationToken),
            $"/api/v1/units/{id}/recognitions");

    private static async Task<IResult> Withdraw(Guid id, WithdrawalBody body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new WithdrawRecognition(id, body.DecisionNumber, body.DecidedOn, body.EffectiveOn, body.Reason), cancellationToken)).ToHttp();

    private static async Task<IResult> EndCommittee(Guid id, LastDayBody body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new EndCommittee(id, body.LastDay), cancellationToken)).ToHttp(record => TypedResults.Ok(new CreatedRecord(record)));

    private static async Task<IResult> Committees(Guid id, DateOnly? asOf, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new ListCommitteesOfUnit(id, asOf ?? CityTime.Today(clock)), cancellationToken)).ToHttp();

    private static async Task<IResult> HandOver(Guid id, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadHandOver(id), cancellationToken)).ToHttp();

    private static async Task<IResult> TakeOver(Guid id, HandOverBody body, ISender sender, CancellationToken cancellationToken) =>
        Created(await sender.Send(new HandOverObligations(id, body.ToUnitId, body.Note), cancellationToken), $"/api/v1/units/{id}/hand-over");

    private static async Task<IResult> Groups(DateOnly? asOf, string? kind, Guid? unitId, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new ListGroups(asOf ?? CityTime.Today(clock), kind, unitId), cancellationToken)).ToHttp();

    private static async Task<IResult> CreateGroup(CreateGroup body, ISender sender, CancellationToken cancellationToken)
    {
        var made = await sender.Send(body, cancellationToken);
        return Created(made, made.Succeeded ? $"/api/v1/unit-groups/{made.Value}" : "");
    }

    private static async Task<IResult> Group(
        Guid id, DateOnly? asOf, HttpContext context, ISender sender, TimeProvider clock, CancellationToken cancellationToken) =>
        (await sender.Send(new ReadGroup(id, asOf ?? CityTime.Today(clock)), cancellationToken)).ToHttp(group =>
        {
            ETags.Send(context, group.Version);
            return TypedResults.Ok(group);
        });

    private static async Task<IResult> SetMembers(Guid id, MembersBody body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var version = ETags.Required(context);
        if (!version.Succeeded) return version.Failures.ToHttp();
        return (await sender.Send(new SetGroupMembers(id, version.Value, body.From, body.UnitIds), cancellationToken)).ToHttp(next =>
        {
            ETags.Send(context, next);
            return TypedResults.NoContent();
        });
    }

    private static IResult Created(Result<Guid> made, string location) =>
        made.ToHttp(id => TypedResults.Created(location, new CreatedRecord(id)));
}

/// <summary>Key of what was recorded.</summary>
internal sealed record CreatedRecord(Guid Id);

/// <summary>A code in another register; null ends it.</summary>
internal sealed record IdentifierBody(string Scheme, string? Value, DateOnly ValidFrom);

/// <summary>A focal point to be named.</summary>
internal sealed record FocalPointBody(FocalPointRank Rank, string Name, string Duty, string? Email, string? Phone, DateOnly ValidFrom);

/// <summary>A last day.</summary>
internal sealed record LastDayBody(DateOnly LastDay);

/// <summary>A recognition to be recorded.</summary>
internal sealed record RecognitionBody(
    string Title, string? Level, string DecisionNumber, DateOnly DecidedOn, string Authority, DateOnly? ValidFrom, DateOnly? ValidTo);

/// <summary>How a recognition was withdrawn.</summary>
internal sealed record WithdrawalBody(string DecisionNumber, DateOnly DecidedOn, DateOnly? EffectiveOn, string Reason);

/// <summary>Who takes over.</summary>
internal sealed record HandOverBody(Guid ToUnitId, string? Note);

/// <summary>All units of a group from a day on.</summary>
internal sealed record MembersBody(DateOnly From, IReadOnlyList<Guid> UnitIds);

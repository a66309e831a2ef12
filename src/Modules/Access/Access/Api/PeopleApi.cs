using LearningCity.Access.Application.People;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Http;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LearningCity.Access.Api;

/// <summary>People, their roles, and who the caller is.</summary>
internal static class PeopleApi
{
    internal const string GetName = "GetUser";

    internal static async Task<Ok<Me>> Me(ISender sender, CancellationToken cancellationToken) =>
        TypedResults.Ok(await sender.Send(new GetMe(), cancellationToken));

    internal static Ok<RoleItem[]> ListRoles(HttpContext context)
    {
        var language = RequestLanguage.Of(context);
        return TypedResults.Ok(Roles.All
            .Select(role => new RoleItem(role.Code, role.Name.In(language), role.Scoped, role.Permissions)).ToArray());
    }

    internal static async Task<IResult> List(
        string? search, string? role, Guid? unitId, bool? active, string? cursor, int? limit, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListPeople(new PeopleFilter(search, role, unitId, active), cursor, limit), cancellationToken)).ToHttp();

    internal static async Task<IResult> Create(CreatePerson body, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(body, cancellationToken)).ToHttp(id => TypedResults.CreatedAtRoute(new Created(id), GetName, new { userId = id }));

    internal static async Task<IResult> Get(Guid userId, HttpContext context, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new GetPerson(userId), cancellationToken)).ToHttp(person =>
        {
            ETags.Send(context, person.Version);
            return TypedResults.Ok(person);
        });

    internal static async Task<IResult> Update(
        Guid userId, PersonBody body, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        var version = ETags.Required(context);
        if (!version.Succeeded) return version.Failures.ToHttp();
        var command = new UpdatePerson(userId, version.Value, body.Name, body.Email, body.Phone, body.HomeUnitId, body.Roles);
        return (await sender.Send(command, cancellationToken)).ToHttp(newVersion =>
        {
            ETags.Send(context, newVersion);
            return TypedResults.NoContent();
        });
    }

    internal static async Task<IResult> Activate(Guid userId, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ChangeActivity(userId, true), cancellationToken)).ToHttp();

    internal static async Task<IResult> Deactivate(Guid userId, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ChangeActivity(userId, false), cancellationToken)).ToHttp();

    internal static async Task<IResult> IssuePasswordLink(Guid userId, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await sender.Send(new IssuePasswordLink(userId), cancellationToken)).ToHttp();
    }

    internal static async Task<IResult> ExportPersonalData(Guid userId, HttpContext context, ISender sender, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return (await sender.Send(new ExportPersonalData(userId), cancellationToken)).ToHttp();
    }

    internal static async Task<IResult> Erase(Guid userId, ISender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ErasePerson(userId), cancellationToken)).ToHttp();

    /// <summary>The body of a change.</summary>
    internal sealed record PersonBody(string? Name, string? Email, string? Phone, Guid? HomeUnitId, IReadOnlyList<RoleGrant>? Roles);

    /// <summary>A role that can be given.</summary>
    internal sealed record RoleItem(string Code, string Name, bool Scoped, IReadOnlyList<string> Permissions);

    /// <summary>What was made.</summary>
    internal sealed record Created(Guid Id);
}

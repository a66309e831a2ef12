using LearningCity.BuildingBlocks.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningCity.Access.Api;

/// <summary>The route table of this module.</summary>
internal static class AccessEndpoints
{
    internal static void MapAccess(this IEndpointRouteBuilder api)
    {
        api.MapGet("/me", PeopleApi.Me).RequireSignIn();
        api.MapGet("/roles", PeopleApi.ListRoles).RequireSignIn();

        var users = api.MapGroup("/users").WithTags("Users").RequirePermission(AccessPermissions.AdministerPeople);
        users.MapGet("", PeopleApi.List);
        users.MapPost("", PeopleApi.Create).Idempotent();
        users.MapGet("/{userId:guid}", PeopleApi.Get).WithName(PeopleApi.GetName);
        users.MapPut("/{userId:guid}", PeopleApi.Update);
        users.MapPost("/{userId:guid}/activate", PeopleApi.Activate);
        users.MapPost("/{userId:guid}/deactivate", PeopleApi.Deactivate);
        users.MapPost("/{userId:guid}/password-link", PeopleApi.IssuePasswordLink);
        users.MapPost("/{userId:guid}/personal-data", PeopleApi.ExportPersonalData);
        users.MapPost("/{userId:guid}/erase", PeopleApi.Erase);

        var clients = api.MapGroup("/api-clients").WithTags("ApiClients").RequirePermission(AccessPermissions.ManageClients);
        clients.MapGet("", ClientsApi.List);
        clients.MapPost("", ClientsApi.Create).Idempotent(keepBody: false);
        clients.MapPost("/{clientId:guid}/revoke", ClientsApi.Revoke);

        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks").RequirePermission(AccessPermissions.ManageClients);
        webhooks.MapGet("", WebhooksApi.List);
        webhooks.MapPost("", WebhooksApi.Create).Idempotent(keepBody: false);
        webhooks.MapDelete("/{webhookId:guid}", WebhooksApi.Remove);

        api.MapGet("/notices", NoticesApi.List).WithTags("Notices").RequireSignIn();
        api.MapPost("/notices/{noticeId:guid}/read", NoticesApi.Read).WithTags("Notices").RequireSignIn();

        var jobs = api.MapGroup("/jobs").WithTags("Jobs").RequirePermission(AccessPermissions.Operate);
        jobs.MapGet("", OperationsApi.ListJobs);
        jobs.MapPost("/{name}/run", OperationsApi.RunJob);

        api.MapGet("/audit", AuditApi.List).WithTags("Audit").RequirePermission(AccessPermissions.ReadAudit);
    }
}

using FluentValidation;
using LearningCity.Access.Application.People;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using MediatR;
using Microsoft.Extensions.Options;

namespace LearningCity.Access.Application.Clients;

/// <summary>Lets another system in. Its key is answered once and cannot be had again.</summary>
/// <param name="Name">What system it is.</param>
/// <param name="Roles">Codes of roles.</param>
/// <param name="Permissions">Codes of single permissions.</param>
/// <param name="UnitId">For which unit and all below it; null for everywhere.</param>
/// <param name="ExpiresAt">When the key ends.</param>
internal sealed record CreateApiClient(
    string? Name, IReadOnlyList<string>? Roles, IReadOnlyList<string>? Permissions, Guid? UnitId, DateTimeOffset ExpiresAt)
    : ICommand<NewApiClient>;

/// <summary>A client that was just made.</summary>
/// <param name="Id">Of the client.</param>
/// <param name="Key">The key, shown this once.</param>
internal sealed record NewApiClient(Guid Id, string Key);

internal sealed class CreateApiClientValidator : AbstractValidator<CreateApiClient>
{
    public CreateApiClientValidator() => RuleFor(command => command.Name).RequiredText(ApiClient.LongestName);
}

internal sealed class CreateApiClientHandler(
    IAccessDb db, Guardian guardian, PermissionCatalog catalog, ISender sender, IOptions<AccessOptions> options, TimeProvider clock)
    : ICommandHandler<CreateApiClient, NewApiClient>
{
    public async Task<Result<NewApiClient>> Handle(CreateApiClient command, CancellationToken cancellationToken)
    {
        var allowed = guardian.RequireEverywhere(AccessPermissions.ManageClients);
        if (!allowed.Succeeded) return allowed;
        var (roles, permissions) = (command.Roles ?? [], command.Permissions ?? []);
        var check = await CheckAsync(command, roles, permissions, cancellationToken);
        if (!check.Succeeded) return check;
        var key = ApiKey.New();
        var client = new ApiClient(command.Name!, key, roles, permissions, command.UnitId, clock.GetUtcNow(), command.ExpiresAt);
        db.ApiClients.Add(client);
        db.Audit(new AuditEntry(
            "access.api_client_created", "api_client", client.Id.ToString(), client.UnitId,
            new { prefix = client.KeyPrefix, roles, permissions, expiresAt = client.ExpiresAt }));
        await db.SaveChangesAsync(cancellationToken);
        return new NewApiClient(client.Id, key.Text);
    }

    private async Task<Result> CheckAsync(
        CreateApiClient command, IReadOnlyList<string> roles, IReadOnlyList<string> permissions, CancellationToken cancellationToken)
    {
        if (roles.Count + permissions.Count == 0) return AccessFailures.NothingGranted.On("permissions");
        for (var i = 0; i < permissions.Count; i++)
        {
            if (catalog.Find(permissions[i]) is null) return AccessFailures.UnknownPermission.On($"permissions[{i}]", permissions[i]);
        }

        var now = clock.GetUtcNow();
        if (command.ExpiresAt <= now || command.ExpiresAt > now.AddDays(options.Value.LongestKeyDays))
            return AccessFailures.ExpiryOutOfRange.On("expiresAt", options.Value.LongestKeyDays);
        return await sender.CheckAsync([.. roles.Select(role => new RoleGrant(role, command.UnitId))], command.UnitId, cancellationToken);
    }
}

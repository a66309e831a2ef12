using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Access.Application;

/// <summary>All permissions that the modules of this host declare, by code.</summary>
internal sealed class PermissionCatalog(IReadOnlyList<IModule> modules)
{
    private readonly Dictionary<string, Permission> _byCode =
        modules.SelectMany(module => module.Permissions).ToDictionary(permission => permission.Code, StringComparer.Ordinal);

    internal IReadOnlyCollection<Permission> All => _byCode.Values;

    internal Permission? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>What a bundle of roles and permissions gives at a unit; what belongs to no unit is held for the whole system.</summary>
    internal IReadOnlyList<Grant> GrantsOf(IEnumerable<string> roles, IEnumerable<string> permissions, Guid? unitId) =>
        [.. roles.SelectMany(code => Roles.Find(code)?.Permissions ?? []).Concat(permissions)
            .Distinct(StringComparer.Ordinal)
            .Select(Find).OfType<Permission>()
            .Select(permission => new Grant(permission.Code, permission.Scoped ? unitId : null))];
}

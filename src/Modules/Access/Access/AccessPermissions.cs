using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Access;

/// <summary>What people may be allowed to do in this module. All of it is held for the whole system, never for one unit.</summary>
internal static class AccessPermissions
{
    internal static readonly Permission AdministerPeople = new(
        "access.administer_people", new("Quản lý người dùng và vai trò", "Administer people and their roles"), Scoped: false);

    internal static readonly Permission ManageClients = new(
        "access.manage_clients", new("Quản lý khóa API", "Manage API clients"), Scoped: false);

    internal static readonly Permission ReadAudit = new(
        "access.read_audit", new("Xem nhật ký hệ thống", "Read the audit log"), Scoped: false);

    internal static readonly Permission Operate = new(
        "access.operate", new("Vận hành: tác vụ và sự kiện bị giữ lại", "Operate: jobs and parked events"), Scoped: false);

    internal static IReadOnlyList<Permission> All { get; } = [AdministerPeople, ManageClients, ReadAudit, Operate];
}

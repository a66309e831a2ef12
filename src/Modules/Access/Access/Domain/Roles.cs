namespace LearningCity.Access.Domain;

/// <summary>The roles of the product (product, "Who uses it").</summary>
internal static class Roles
{
    private static readonly string[] Reading =
        ["criteria_catalog.read", "unit_registry.read", "reporting_periods.read", "submissions.read", "analytics.read"];

    internal static readonly Role Administrator = new(
        "administrator",
        new("Quản trị viên", "Administrator"),
        new("Được quản lý người dùng, khóa API, nhật ký và vận hành hệ thống{0}", "May administer people, API clients, audit and operations{0}"),
        Scoped: false,
        ["access.administer_people", "access.manage_clients", "access.read_audit", "access.operate", "analytics.recompute", "analytics.template", .. Reading]);

    internal static readonly Role CatalogueEditor = new(
        "catalogue_editor",
        new("Biên tập bộ tiêu chí", "Catalogue editor"),
        new("Được soạn và công bố bộ tiêu chí{0}", "May draft and publish criteria sets{0}"),
        Scoped: false,
        ["criteria_catalog.edit", .. Reading]);

    internal static readonly Role RegistryKeeper = new(
        "registry_keeper",
        new("Quản lý danh bạ đơn vị", "Registry keeper"),
        new("Được cập nhật đơn vị và ban chỉ đạo{0}", "May keep the units and committees{0}"),
        Scoped: true,
        ["unit_registry.keep", .. Reading]);

    internal static readonly Role Reporter = new(
        "reporter",
        new("Người báo cáo", "Reporter"),
        new("Được nhập và gửi báo cáo{0}", "May enter and submit reports{0}"),
        Scoped: true,
        [
            "submissions.report", "submissions.import", "reporting_periods.request_extension", "reporting_periods.keep_plans",
            "reporting_periods.do_tasks", .. Reading,
        ]);

    internal static readonly Role UnitHead = new(
        "unit_head",
        new("Thủ trưởng đơn vị", "Head of unit"),
        new("Được kiểm tra và gửi báo cáo với tư cách thủ trưởng{0}", "May check and release reports as the head{0}"),
        Scoped: true,
        [
            "submissions.release", "submissions.report", "reporting_periods.request_extension", "reporting_periods.keep_plans",
            "reporting_periods.do_tasks", .. Reading,
        ]);

    internal static readonly Role Reviewer = new(
        "reviewer",
        new("Người duyệt", "Reviewer"),
        new("Được duyệt và trả lại báo cáo{0}", "May approve and return reports{0}"),
        Scoped: true,
        ["submissions.review", "submissions.answer_difficulties", "reporting_periods.do_tasks", "reporting_periods.remind", "analytics.quality", .. Reading]);

    internal static readonly Role CommitteeMember = new(
        "committee_member",
        new("Thành viên ban chỉ đạo", "Committee member"),
        new("Được xem kết quả và lập báo cáo phục vụ họp{0}", "May see results and make briefings{0}"),
        Scoped: true,
        [
            "analytics.brief", "submissions.answer_difficulties", "reporting_periods.keep_meetings", "reporting_periods.keep_plans",
            "reporting_periods.do_tasks", .. Reading,
        ]);

    internal static readonly Role PeriodManager = new(
        "period_manager",
        new("Quản lý kỳ báo cáo", "Period manager"),
        new("Được mở, đóng, niêm phong kỳ báo cáo và gia hạn{0}", "May open, close and seal reporting periods and give extensions{0}"),
        Scoped: false,
        [
            "reporting_periods.manage", "reporting_periods.remind", "reporting_periods.keep_meetings", "submissions.manage", "analytics.brief", "analytics.template",
            "analytics.recompute", "analytics.seal", "analytics.quality", .. Reading,
        ]);

    internal static readonly Role Auditor = new(
        "auditor",
        new("Kiểm tra, giám sát", "Auditor"),
        new("Được xem mọi số liệu và nhật ký hệ thống{0}", "May read all figures and the audit log{0}"),
        Scoped: false,
        ["access.read_audit", .. Reading]);

    internal static IReadOnlyList<Role> All { get; } =
        [Administrator, CatalogueEditor, RegistryKeeper, Reporter, UnitHead, Reviewer, CommitteeMember, PeriodManager, Auditor];

    private static readonly Dictionary<string, Role> ByCode = All.ToDictionary(role => role.Code, StringComparer.Ordinal);

    /// <summary>The role of that code; null for one that a newer version of the product no longer has.</summary>
    internal static Role? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>Codes of the roles that give a permission.</summary>
    internal static IReadOnlyList<string> Giving(string permission) =>
        [.. All.Where(role => role.Permissions.Contains(permission, StringComparer.Ordinal)).Select(role => role.Code)];
}

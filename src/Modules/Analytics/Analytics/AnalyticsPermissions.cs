using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Analytics;

/// <summary>What people may be allowed to do in this module.</summary>
internal static class AnalyticsPermissions
{
    internal const string ReadCode = "analytics.read";
    internal const string BriefCode = "analytics.brief";

    internal static readonly Permission Read = new(ReadCode, new LocalText("Xem số liệu tổng hợp", "Read aggregated figures"));

    internal static readonly Permission Brief = new(BriefCode, new LocalText("Tạo báo cáo nhanh", "Make briefings"));

    internal const string TemplateCode = "analytics.template";

    internal static readonly Permission Template = new(TemplateCode, new LocalText("Sửa mẫu tài liệu", "Edit templates of documents"));

    internal static readonly Permission Recompute = new(
        "analytics.recompute", new LocalText("Tính lại toàn bộ số liệu tổng hợp", "Recompute all aggregated figures"), Scoped: false);

    internal const string SealCode = "analytics.seal";

    internal static readonly Permission Seal = new(
        SealCode, new LocalText("Niêm phong kỳ báo cáo thành ấn bản", "Seal a period's figures as an edition"), Scoped: false);

    /// <summary>The catalogue's own permission: whoever writes rules tries them.</summary>
    internal const string EditCatalogueCode = "criteria_catalog.edit";

    internal static readonly Permission EditCatalogue = new(
        EditCatalogueCode, new LocalText("Soạn, công bố và ngừng áp dụng bộ tiêu chí", "Draft, publish and retire criteria sets"), Scoped: false);

    internal const string QualityCode = "analytics.quality";

    internal static readonly Permission Quality = new(
        QualityCode, new LocalText("Xử lý số liệu bất thường", "Work through conspicuous figures"));

    internal static IReadOnlyList<Permission> All { get; } = [Read, Brief, Template, Recompute, Seal, Quality];
}

using LearningCity.BuildingBlocks.Contracts;
using Microsoft.Extensions.Configuration;

namespace LearningCity.Access.Application;

/// <summary>The accounts that the sign-in page names, and only with demonstration data.</summary>
internal sealed class DemonstrationAccounts(IConfiguration configuration)
{
    internal const string Domain = "demo.learningcity.test";
    internal const string Password = "hoc-tap-2030";
    internal const string SettingKey = "Demonstration:Enabled";

    /// <summary>Whether this host shows the demonstration city.</summary>
    internal bool Exist { get; } = configuration.GetValue(SettingKey, false);

    internal static IReadOnlyList<DemonstrationAccount> Named { get; } =
    [
        new("quantri", new("Quản trị viên", "Administrator")),
        new("chuyenvien.so", new("Chuyên viên Sở GDĐT: duyệt báo cáo, quản lý kỳ", "Department officer: reviews, manages periods")),
        new("phuong.saigon", new("Phường Sài Gòn: báo cáo và duyệt", "Sài Gòn Ward: reports and reviews")),
        new("thpt.demo", new("Một trường THPT: báo cáo", "A high school: reports")),
        new("hieutruong.demo", new("Hiệu trưởng trường THPT đó: kiểm tra và gửi báo cáo", "The head of that high school: checks and releases")),
        new("lanhdao.phuong", new("Lãnh đạo Phường Sài Gòn: gửi báo cáo, cho phép tự duyệt", "The head of Sài Gòn Ward: releases, gives leave to review")),
        new("truong.demo", new("Một trường ở Phường Sài Gòn: báo cáo", "A school in Sài Gòn Ward: reports")),
        new("banchidao", new("Thành viên ban chỉ đạo thành phố", "Member of the city's committee")),
        new("bientap", new("Biên tập bộ tiêu chí", "Catalogue editor")),
        new("bientap2", new("Biên tập thứ hai: duyệt liên kết chỉ số do người khác đề nghị", "Second editor: approves links that another one proposed")),
        new("danhba", new("Quản lý danh bạ đơn vị", "Registry keeper")),
        new("kiemtra", new("Kiểm tra, giám sát: đọc nhật ký", "Auditor: reads the audit log")),
    ];
}

/// <summary>An account that the sign-in page names.</summary>
internal sealed record DemonstrationAccount(string SignInName, LocalText What);

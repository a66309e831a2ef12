using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Spreadsheets;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Application.Import;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Tests.Application;

/// <summary>Units from files, through the front door.</summary>
internal sealed class ImportUnitsTests(string database) : CityTest(database)
{
    private const string Header = "code,nameVi,nameEn,type,liesIn,reportsTo,validFrom\n";
    private static readonly DateOnly Today = new(2026, 6, 14);
    private HttpClient _keeper = null!;

    protected override async Task PrepareAsync() =>
        _keeper = await City.ApiClientForAsync(UnitRegistryPermissions.ReadCode, UnitRegistryPermissions.KeepCode);

    [OneTimeTearDown]
    public void Leave() => _keeper?.Dispose();

    [Test]
    public async Task A_tree_is_taken_whatever_the_order_of_its_rows_and_taken_once()
    {
        const string csv = Header + """
            NT-1-A,Trường Tiểu học Cây Bàng,Cay Bang Primary School,primary,NT-1,NT-1,2026-01-01
            NT-1,Phường Nhập Thử,,ward,NT,SGDDT,2026-01-01
            NT,Tỉnh Nhập Thử,,province,,,2020-01-01
            NT-1-B,Trường Tiểu học Cây Đa,,Trường tiểu học,NT-1,NT-1,01/02/2026
            """;

        var dryRun = await PostAsync(csv, "?dryRun=true");
        (dryRun.GetProperty("founded").GetInt32(), dryRun.GetProperty("written").GetBoolean()).ShouldBe((4, false));
        (await Send(new FindUnitsByCode(["NT"], Today))).ShouldBeEmpty();

        (await PostAsync(csv)).GetProperty("founded").GetInt32().ShouldBe(4);
        var again = await PostAsync(csv);
        (again.GetProperty("unchanged").GetInt32(), again.GetProperty("rejected").GetInt32(), again.GetProperty("written").GetBoolean()).ShouldBe((4, 0, false));

        var units = (await Send(new FindUnitsByCode(["NT", "NT-1", "NT-1-A", "NT-1-B"], Today))).ToDictionary(unit => unit.Code);
        units["NT-1-A"].LiesInId.ShouldBe(units["NT-1"].Id);
        units["NT-1"].LiesInId.ShouldBe(units["NT"].Id);
        units["NT-1-B"].ValidFrom.ShouldBe(new DateOnly(2026, 2, 1));
        var below = await Send(new ListUnits(new UnitFilter(Today, null, null, units["NT"].Id, UnitRelation.LiesIn), null, null));
        below.Value.Items.Count.ShouldBe(3, "the closure reaches from the root down");
        (await Send(new ListUnits(new UnitFilter(Today, "cay da", null, null, UnitRelation.LiesIn), null, null))).Value.Items
            .ShouldHaveSingleItem().Code.ShouldBe("NT-1-B");
    }

    [Test]
    public async Task Rows_at_fault_are_named_by_row_field_and_code_and_the_others_are_taken()
    {
        const string csv = Header + """
            KT-1,Trường Tốt,,primary,26740,26740,
            KT-2,,,primary,26740,26740,
            KT-3,Trường Lạ,,planet,26740,26740,
            KT-4,Trường Mồ côi,,primary,không có,26740,
            KT-4-A,Trường Con,,primary,KT-4,KT-4,
            KT-5,Trường Sớm,,primary,26740,26740,2025-03-01
            KT-6,Trường Vòng,,primary,KT-7,26740,
            KT-7,Trường Vòng hai,,primary,KT-6,26740,
            KT-1,Trường Tốt khác,,primary,26740,26740,
            26740,Phường Sài Gòn Mới,,ward,,,
            """;

        var report = await PostAsync(csv);

        report.GetProperty("founded").GetInt32().ShouldBe(1);
        report.GetProperty("rejected").GetInt32().ShouldBe(9);
        report.GetProperty("problems").EnumerateArray()
            .Select(problem => (problem.GetProperty("row").GetInt32(), problem.GetProperty("field").GetString(), problem.GetProperty("code").GetString()))
            .ShouldBe(
            [
                (2, "nameVi", "unit_registry.import_field_missing"),
                (3, "type", "unit_registry.import_unreadable_field"),
                (4, "liesIn", "unit_registry.import_unknown_parent"),
                (5, "liesIn", "unit_registry.import_parent_rejected"),
                (6, "liesIn", "unit_registry.unit_not_then"),
                (6, "reportsTo", "unit_registry.unit_not_then"),
                (7, "liesIn", "unit_registry.cycle"),
                (8, "liesIn", "unit_registry.cycle"),
                (9, "code", "unit_registry.import_duplicate_row"),
                (10, "nameVi", "unit_registry.import_differs"),
            ]);
    }

    [Test]
    public async Task Atomic_takes_all_or_none()
    {
        const string csv = Header + "AT-1,Trường Một,,primary,26740,26740,\nAT-2,,,primary,26740,26740,\n";

        using var refused = await SendAsync(csv, "?atomic=true");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("code").GetString().ShouldBe("unit_registry.import_refused");
        problem.GetProperty("report").GetProperty("problems").GetArrayLength().ShouldBe(1);
        (await Send(new FindUnitsByCode(["AT-1"], Today))).ShouldBeEmpty();

        (await PostAsync(csv.Replace("AT-2,,", "AT-2,Trường Hai,", StringComparison.Ordinal), "?atomic=true")).GetProperty("founded").GetInt32().ShouldBe(2);
    }

    [Test]
    public async Task With_update_other_values_hold_from_the_day_and_the_old_stay_readable()
    {
        await PostAsync(Header + "CN-1,Trường Tên Cũ,,primary,26740,26740,2026-01-01\n");

        var report = await PostAsync(
            "code;name;liesIn;reportsTo\nCN-1;Trường Tên Mới;26743;\n", "?update=true&effectiveOn=2026-06-01");

        report.GetProperty("changed").GetInt32().ShouldBe(1);
        report.GetProperty("changes")[0].GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("field").GetString()).ShouldBe(["nameVi", "liesIn"]);
        var unit = (await Send(new FindUnitsByCode(["CN-1"], Today))).Single();
        unit.Name.Vi.ShouldBe("Trường Tên Mới");
        (await Send(new GetUnits([unit.Id], new DateOnly(2026, 5, 31)))).Single().Name.Vi.ShouldBe("Trường Tên Cũ");
        (await Send(new GetUnits([unit.LiesInId!.Value], Today))).Single().Code.ShouldBe("26743");
        (await Send(new ListUnits(new UnitFilter(new DateOnly(2026, 5, 31), "ten cu", null, null, UnitRelation.LiesIn), null, null))).Value.Items
            .ShouldContain(found => found.Id == unit.Id, "former names are found on their days");
    }

    [Test]
    public async Task A_batch_has_one_audit_row_and_tells_of_every_unit()
    {
        var rows = string.Concat(Enumerable.Range(0, 600).Select(i => $"LO-{i:000},Trường Lô {i},,primary,26740,26740,\n"));
        var known = await City.UseAsync<IUnitRegistryDb, List<Guid>>(db => Audits(db).Select(row => row.Id).ToListAsync());

        (await PostAsync(Header + rows)).GetProperty("founded").GetInt32().ShouldBe(600);

        var audit = await City.UseAsync<IUnitRegistryDb, AuditRow>(db => Audits(db).SingleAsync(row => !known.Contains(row.Id)));
        audit.Details.ShouldNotBeNull().ShouldContain("\"rows\":600");
        (await City.UseAsync<IUnitRegistryDb, int>(db => db.States.CountAsync(state => state.Code.StartsWith("LO-")))).ShouldBe(600);
    }

    [Test]
    public async Task A_file_that_waits_is_shown_to_who_sent_it_and_taken_once()
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Header + "XT-1,Trường Xem Trước,,primary,26740,26740,\n"));

        var id = (await Send(new StageUnitFile("don-vi.csv", content, Today, false))).Value;
        (await Send(new PreviewStagedImport(id))).Value.Report.Changes.ShouldHaveSingleItem().Code.ShouldBe("XT-1");
        (await Send(new PreviewStagedImport(id), Callers.Everywhere(UnitRegistryPermissions.KeepCode))).Failures.ShouldHaveSingleItem().Code.ShouldBe("platform.not_found");
        (await Send(new TakeStagedImport(id))).Value.Founded.ShouldBe(1);
        (await Send(new TakeStagedImport(id))).Failures.ShouldHaveSingleItem().Code.ShouldBe("platform.not_found");
    }

    [Test]
    public async Task A_workbook_is_read_like_a_table_with_its_dates_and_numbers()
    {
        using var file = new MemoryStream();
        using (var workbook = new SpreadsheetWriter(file))
        {
            using var sheet = workbook.AddSheet(new SheetSettings("Đơn vị"));
            sheet.WriteRow("Mã", "Tên đơn vị", "Loại", "liesIn", "Từ ngày", "Vĩ độ");
            sheet.WriteRow("EX-2", "Trường THPT Hoà Bình", "Trường THPT", "EX-1", new DateOnly(2026, 2, 1), 10.77m);
            sheet.WriteRow("EX-1", "Phường Bảng Tính", "Phường", 79, new DateOnly(2026, 2, 1));
        }

        file.Position = 0;
        using var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(UnitFiles.Excel);
        using var response = await _keeper.PostAsync(new Uri("/api/v1/units/import", UriKind.Relative), content);

        var text = await response.Content.ReadAsStringAsync();
        JsonDocument.Parse(text).RootElement.GetProperty("founded").GetInt32().ShouldBe(2, text);
        var units = (await Send(new FindUnitsByCode(["EX-1", "EX-2"], Today))).ToDictionary(unit => unit.Code);
        units["EX-2"].LiesInId.ShouldBe(units["EX-1"].Id);
        units["EX-2"].ReportsToId.ShouldBe(units["EX-1"].Id, "a file with one column of parents means both trees");
        units["EX-2"].ValidFrom.ShouldBe(new DateOnly(2026, 2, 1));
        (await Send(new GetUnitProfile(units["EX-2"].Id, Today))).Value.Latitude.ShouldBe(10.77m);
    }

    [Test]
    public async Task What_only_calls_itself_a_workbook_is_refused()
    {
        using var content = new StringContent("code,name\n", Encoding.UTF8, new MediaTypeHeaderValue(UnitFiles.Excel));

        using var response = await _keeper.PostAsync(new Uri("/api/v1/units/import", UriKind.Relative), content);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [TestCase("", "unit_registry.import_no_rows")]
    [TestCase("code\n", "unit_registry.import_no_rows")]
    [TestCase("name,type\nA,ward\n", "unit_registry.import_no_header")]
    [TestCase("code,ma\nA,B\n", "unit_registry.import_column_twice")]
    [TestCase("code,name\n\"A,B\n", "unit_registry.import_unreadable_file")]
    public async Task A_file_that_names_no_units_is_refused(string csv, string code)
    {
        using var response = await SendAsync(csv, "");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString().ShouldBe(code);
    }

    [Test]
    public async Task Signs_that_no_database_keeps_are_a_problem_of_their_row() =>
        (await PostAsync("code,name,type\nNUL-1,Trường\0,primary\n")).GetProperty("problems")[0].GetProperty("code").GetString()
            .ShouldBe("unit_registry.import_unreadable_field");

    private static IQueryable<AuditRow> Audits(IUnitRegistryDb db) =>
        ((DbContext)db).Set<AuditRow>().AsNoTracking().Where(row => row.Action == "unit_registry.units_imported");

    private async Task<JsonElement> PostAsync(string csv, string query = "")
    {
        using var response = await SendAsync(csv, query);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<HttpResponseMessage> SendAsync(string csv, string query)
    {
        using var content = new StringContent(csv, Encoding.UTF8, new MediaTypeHeaderValue("text/csv"));
        return await _keeper.PostAsync(new Uri($"/api/v1/units/import{query}", UriKind.Relative), content);
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningCity.BuildingBlocks.Platform;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Tests.Api;

/// <summary>Scanned decisions and lists of focal points over HTTP.</summary>
internal sealed class DecisionFileTests(string database) : CityTest(database)
{
    private static readonly byte[] Pdf = "%PDF-1.4 a decision"u8.ToArray();
    private HttpClient _keeper = null!;

    protected override async Task PrepareAsync() =>
        _keeper = await City.ApiClientForAsync(UnitRegistryPermissions.ReadCode, UnitRegistryPermissions.KeepCode);

    [OneTimeTearDown]
    public void Leave() => _keeper?.Dispose();

    [Test]
    public async Task A_scanned_decision_is_kept_once_and_comes_back_with_its_reorganisation()
    {
        var ward = (await Send(new FindUnitsByCode(["25750"], new DateOnly(2026, 3, 1)))).Single();
        (await CodeAsync(await SendFileAsync([1, 2, 3], "ảnh.pdf"), HttpStatusCode.UnsupportedMediaType)).ShouldBe("unit_registry.decision_not_pdf");
        var large = new byte[(10 * 1024 * 1024) + 1];
        Pdf.CopyTo(large, 0);
        (await CodeAsync(await SendFileAsync(large, "lớn.pdf"), HttpStatusCode.RequestEntityTooLarge)).ShouldBe("unit_registry.decision_too_large");
        (await CodeAsync(await RenameAsync(ward.Id, new string('0', 64)), HttpStatusCode.NotFound)).ShouldBe("unit_registry.decision_unknown");
        (await CodeAsync(await RenameAsync(ward.Id, "../../etc/passwd"), HttpStatusCode.BadRequest)).ShouldBe("platform.invalid_field");

        var first = await HashAsync(await SendFileAsync(Pdf, "QD-12.pdf"));
        (await HashAsync(await SendFileAsync(Pdf, "khác.pdf"))).ShouldBe(first, "the same content is the same file");
        var done = await RenameAsync(ward.Id, first);

        done.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await done.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reorganisationId").GetGuid();
        using var file = await _keeper.GetAsync(new Uri($"/api/v1/reorganisations/{id}/decision", UriKind.Relative));
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        file.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("QD-12.pdf");
        (await _keeper.GetAsync(new Uri($"/api/v1/reorganisations/{Guid.Empty}/decision", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Focal_points_are_exported_without_formulas_and_every_reading_is_on_record()
    {
        var day = new DateOnly(2026, 3, 1);
        var ward = (await Send(new FindUnitsByCode(["25760"], day))).Single();
        using var named = await _keeper.PostAsJsonAsync(new Uri($"/api/v1/units/{ward.Id}/focal-points", UriKind.Relative), new
        {
            rank = "principal",
            name = "=HYPERLINK(\"http://x\")",
            duty = "Phó Chủ tịch, \"trực\"",
            email = "hoa@phuong.test",
            phone = "+84 28 1",
            validFrom = "2026-01-01",
        });
        named.EnsureSuccessStatusCode();

        var csv = await _keeper.GetStringAsync(new Uri("/api/v1/focal-points/export?asOf=2026-03-01", UriKind.Relative));
        using var workbook = await _keeper.GetAsync(new Uri("/api/v1/focal-points/export?asOf=2026-03-01&format=xlsx", UriKind.Relative));
        await _keeper.GetStringAsync(new Uri($"/api/v1/units/{ward.Id}/focal-points?asOf=2026-03-01", UriKind.Relative));

        csv.ShouldContain("\"'=HYPERLINK(\"\"http://x\"\")\",\"Phó Chủ tịch, \"\"trực\"\"\",hoa@phuong.test,'+84 28 1,2026-01-01");
        (await workbook.Content.ReadAsByteArrayAsync()).AsSpan(0, 2).SequenceEqual("PK"u8).ShouldBeTrue();
        var actions = await City.UseAsync<IUnitRegistryDb, List<string>>(db => ((UnitRegistryDbContext)db).Set<AuditRow>()
            .Where(row => row.Action.StartsWith("unit_registry.focal_points_")).Select(row => row.Action).ToListAsync());
        actions.Count(action => action == "unit_registry.focal_points_exported").ShouldBe(2);
        actions.ShouldContain("unit_registry.focal_points_read");
    }

    private Task<HttpResponseMessage> SendFileAsync(byte[] content, string name)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return _keeper.PostAsync(new Uri("/api/v1/reorganisations/decision-files", UriKind.Relative), form);
    }

    private Task<HttpResponseMessage> RenameAsync(Guid unitId, string decisionFile) => _keeper.PostAsJsonAsync(
        new Uri("/api/v1/reorganisations", UriKind.Relative),
        new
        {
            kind = "rename",
            decisionNumber = "12/QĐ",
            decidedOn = "2026-02-01",
            effectiveOn = "2026-03-01",
            changes = new[] { new { unitId, name = new { vi = "Phường Có Quyết Định", en = "Decided Ward" } } },
            decisionFile,
        });

    private static async Task<string> HashAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("hash").GetString()!;
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}

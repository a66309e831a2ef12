using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Application.Workbooks;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.CriteriaCatalog.Ui;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Api;

/// <summary>The import of a whole set as plain forms, without script.</summary>
internal sealed partial class ImportPageTests(string database) : CityTest(database)
{
    private HttpClient _browser = null!;

    protected override async Task PrepareAsync() => _browser = await City.SessionOfAsync("catalogue_editor");

    [OneTimeTearDown]
    public void Close() => _browser.Dispose();

    [TestCase("by-json", "set.json")]
    [TestCase("by-excel", "set.xlsx")]
    public async Task A_file_is_previewed_and_then_becomes_the_draft_that_was_seen(string code, string fileName)
    {
        var content = Samples.Set(code);
        var file = fileName.EndsWith("json", StringComparison.Ordinal) ? PackWriter.Write(content) : PackWorkbookWriter.Write(content, BuildingBlocks.Contracts.Language.Vi);
        var preview = await UploadAsync(fileName, file);
        preview.ShouldContain("bản nháp mới");
        (await Send(new GetDraft(code, 1))).Succeeded.ShouldBeFalse();

        using var form = new FormUrlEncodedContent(Hidden().Matches(Forms().Match(preview).Value).Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value)));
        using var taken = await _browser.PostAsync("/catalog/import", form);

        taken.StatusCode.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.OK);
        PackWriter.Write((await Send(new GetDraft(code, 1))).Value.Version.Content).ShouldBe(PackWriter.Write(content));
    }

    [Test]
    public async Task Problems_are_named_by_sheet_row_column_and_code()
    {
        var content = Samples.Set("flawed").WithCriterion(criterion => criterion with { Indicators = [Samples.Percent with { Decimals = 9 }] });
        var page = await UploadAsync("flawed.xlsx", PackWorkbookWriter.Write(content, BuildingBlocks.Contracts.Language.Vi));
        page.ShouldContain("criteria_catalog.decimals_out_of_range");
        page.ShouldContain("Nhập thành bản nháp");

        var refused = await UploadAsync("no.json", "{}"u8.ToArray());
        refused.ShouldContain("$.code");
        refused.ShouldNotContain("Nhập thành bản nháp");
    }

    [TestCase("")]
    [TestCase("not base64!")]
    [TestCase("AAAA")]
    public void What_comes_back_is_read_with_care(string text) => CarriedFile.Read(text).ShouldBeNull();

    [Test]
    public void Places_in_files_are_told_apart()
    {
        FilePlace.Of("Indicators!AR12").ShouldBe(new("Indicators", "12", "AR"));
        FilePlace.Of("Nodes!3:3").ShouldBe(new("Nodes", "3", null));
        FilePlace.Of("$.nodes[0].name").ShouldBe(new("$.nodes[0].name", null, null));
        FilePlace.Of(null).ShouldBe(new(null, null, null));
    }

    private async Task<string> UploadAsync(string fileName, byte[] file)
    {
        var page = await _browser.GetStringAsync("/catalog/import");
        using var form = new MultipartFormDataContent();
        foreach (var field in Hidden().Matches(Forms().Match(page).Value).Select(match => match.Groups))
            form.Add(new StringContent(field[2].Value, Encoding.UTF8), field[1].Value);
        using var upload = new ByteArrayContent(file);
        form.Add(upload, "file", fileName);
        using var answer = await _browser.PostAsync("/catalog/import", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<form[^>]*action=\"/catalog/import\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

using System.Net;
using System.Text.RegularExpressions;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests.Api;

/// <summary>The editor's pages as plain forms, without script.</summary>
internal sealed partial class EditorPagesTests(string database) : CityTest(database)
{
    private HttpClient _browser = null!;

    protected override async Task PrepareAsync()
    {
        _browser = await City.SessionOfAsync("catalogue_editor");
        var rich = Samples.Percent with
        {
            Definition = new("Người đọc, viết được một đoạn văn", "People who can read and write a short text"),
            Frequency = IndicatorFrequency.CalendarYear,
            Targets = [new IndicatorTarget(95) { Year = 2027, UnitType = "ward" }],
        };
        var content = Samples.Set("forms", indicators: [rich, Samples.Level]) with { Licence = "CC BY" };
        (await Send(new ImportCriteriaSet(PackWriter.Write(content)))).Succeeded.ShouldBeTrue();
    }

    [OneTimeTearDown]
    public void Close() => _browser.Dispose();

    [Test]
    public async Task What_no_form_changes_is_saved_as_it_was()
    {
        foreach (var item in (string[])["set", "n-A", "n-A1", "i-I1", "i-I2"])
        {
            var before = await PackAsync();
            await SubmitAsync($"/catalog/forms/1/edit?item={item}", "item", []);
            (await PackAsync()).ShouldBe(before, item);
        }
    }

    [Test]
    public async Task A_field_a_move_and_a_new_item_are_saved()
    {
        await SubmitAsync("/catalog/forms/1/edit?item=i-I1", "item", new() { ["f.target"] = "97,5", ["f.name.vi"] = "Tỷ lệ mới" });
        await SubmitAsync("/catalog/forms/1/edit?item=i-I1", "move", new() { ["step"] = "down" });
        await SubmitAsync("/catalog/forms/1/edit?item=n-A&add=node", "item", new() { ["code"] = "A2", ["f.name.vi"] = "Tiêu chí A2" });

        var content = PackReader.Read(System.Text.Encoding.UTF8.GetBytes(await PackAsync())).Value;
        content.PlacedIndicators().Select(placed => placed.Indicator.Code).ShouldBe(["I2", "I1"]);
        content.PlacedIndicators().Last().Indicator.Target.ShouldBe(97.5m);
        content.Nodes[0].Children[1].Code.ShouldBe("A2");

        (await ReadAsync("/catalog/forms/1/publish")).ShouldContain("Không còn mục nào cần xử lý");
        await SubmitAsync("/catalog/forms/1/edit?item=i-I1", "item", new() { ["f.target"] = "120" });
        (await ReadAsync("/catalog/forms/1/publish")).ShouldContain("href=\"/catalog/forms/1/edit?item=i-I1#f-target\"");
    }

    [Test]
    public async Task What_cannot_be_read_is_said_beside_its_field_and_nothing_is_saved()
    {
        var before = await PackAsync();
        var page = await SubmitAsync("/catalog/forms/1/edit?item=i-I2", "item", new() { ["f.decimals"] = "nhiều" }, HttpStatusCode.OK);
        page.ShouldContain("<title>Lỗi: ");
        page.ShouldContain("href=\"#f-decimals\"");
        (await PackAsync()).ShouldBe(before);
    }

    /// <summary>Sends a form of a page with what it holds, but for some fields.</summary>
    private async Task<string> SubmitAsync(string path, string handler, Dictionary<string, string> typed, HttpStatusCode? expected = null)
    {
        var page = await ReadAsync(path, decode: false);
        var form = Forms().Matches(page).Select(match => match.Value).Single(text => text.Contains($"value=\"{handler}\"", StringComparison.Ordinal));
        var fields = new List<KeyValuePair<string, string>>();
        foreach (Match input in Inputs().Matches(form))
        {
            var text = input.Value;
            if (Name().Match(text) is not { Success: true } name || text.StartsWith("<button", StringComparison.Ordinal)) continue;
            if (text.Contains("type=\"checkbox\"", StringComparison.Ordinal) && !text.Contains(" checked", StringComparison.Ordinal)) continue;
            var value = text.StartsWith("<textarea", StringComparison.Ordinal) ? Content().Match(text).Groups[1].Value.TrimStart('\n')
                : text.StartsWith("<select", StringComparison.Ordinal) ? Selected().Match(text).Groups[1].Value
                : Value().Match(text).Groups[1].Value;
            fields.Add(KeyValuePair.Create(name.Groups[1].Value, WebUtility.HtmlDecode(value)));
        }

        fields.RemoveAll(field => typed.ContainsKey(field.Key));
        fields.AddRange(typed);
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _browser.PostAsync(path, content);
        var body = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        if (expected is null) ((int)answer.StatusCode).ShouldBeOneOf([302, 200], body);
        else answer.StatusCode.ShouldBe(expected.Value);
        if (expected is null) body.ShouldNotContain("error-summary-title");
        return body;
    }

    private async Task<string> ReadAsync(string path, bool decode = true)
    {
        using var answer = await _browser.GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return decode ? WebUtility.HtmlDecode(body) : body;
    }

    private async Task<string> PackAsync() =>
        System.Text.Encoding.UTF8.GetString((await Send(new ExportVersion("forms", 1))).Value.Content);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>|<textarea.*?</textarea>|<select.*?</select>", RegexOptions.Singleline)]
    private static partial Regex Inputs();

    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex(">(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Content();

    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Selected();
}

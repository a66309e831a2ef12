using System.Net;
using System.Text.RegularExpressions;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Application.ReferenceSeries;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Contracts.Scoring;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.CriteriaCatalog.Contracts.Timing;
using LearningCity.CriteriaCatalog.Domain;
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
        var content = Samples.Set("forms", indicators: [Samples.Percent with { Targets = [new IndicatorTarget(95) { Year = 2027, UnitType = "ward" }] }, Samples.Level]) with { Licence = "CC BY" };
        (await Send(new ImportCriteriaSet(PackWriter.Write(content)))).Succeeded.ShouldBeTrue();
        (await Send(new ImportCriteriaSet(PackWriter.Write(Rich())))).Succeeded.ShouldBeTrue();
        (await Send(new ImportCriteriaSet(PackWriter.Write(Samples.Set("filled", indicators: [Samples.Percent, Samples.Level]))))).Succeeded.ShouldBeTrue();
    }

    [OneTimeTearDown]
    public void Close() => _browser.Dispose();

    [Test]
    public async Task What_no_form_changes_is_saved_as_it_was()
    {
        foreach (var set in (string[])["forms", "rich"])
        {
            foreach (var item in (string[])["set", "n-A", "n-A1", "i-I1", "i-I2"])
            {
                var before = await PackAsync(set);
                await SubmitAsync($"/catalog/{set}/1/edit?item={item}", "item", []);
                (await PackAsync(set)).ShouldBe(before, $"{set} {item}");
            }
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
    public async Task Rows_are_added_changed_and_taken_out()
    {
        await SubmitAsync("/catalog/rich/1/edit?item=i-I2", "item", new() { ["f.targets.0.value"] = "2", ["f.targets.0.year"] = "2030", ["f.evidence.0.kind"] = "plan" });
        await SubmitAsync("/catalog/rich/1/edit?item=i-I1", "item", new()
        {
            ["f.targets.0.remove"] = "true",
            ["f.targets.2.value"] = "99,5",
            ["f.leadAgency.unitType"] = "ward",
            ["f.rules.0.kind"] = "change",
            ["f.rules.0.percent"] = "30",
        });
        await SubmitAsync("/catalog/rich/1/edit?item=set", "item", new()
        {
            ["f.dimensions.1.categories.0.code"] = "x",
            ["f.dimensions.1.categories.0.vi"] = "Nhóm X",
            ["f.dimensions.2.code"] = "area",
            ["f.dimensions.2.name.vi"] = "Khu vực",
            ["f.scoring.grades.0.remove"] = "true",
            ["f.scoring.grades.2.code"] = "gold",
            ["f.scoring.grades.2.name.vi"] = "Vàng",
        });

        var content = PackReader.Read(System.Text.Encoding.UTF8.GetBytes(await PackAsync("rich"))).Value;
        var (first, second) = (content.PlacedIndicators().First(placed => placed.Indicator.Code == "I1").Indicator, content.PlacedIndicators().First(placed => placed.Indicator.Code == "I2").Indicator);
        (second.Targets.Single().Value, second.Targets.Single().Year, second.Evidence.Single().Kind).ShouldBe((2, 2030, EvidenceKind.Plan));
        first.Targets.Select(target => target.Value).ShouldBe([0, 99.5m]);
        first.LeadAgency.ShouldBe(new Agency(null, "ward"));
        (first.Rules[0].Kind, first.Rules[0].Percent, first.Rules[0].Minimum).ShouldBe((RuleKind.Change, 30, null));
        content.Dimensions.Select(dimension => (dimension.Code, dimension.Categories.Count)).ShouldBe([("sex", 2), ("none", 1), ("area", 0)]);
        content.Scoring!.Grades.Select(grade => grade.Code).ShouldBe(["silver", "gold"]);
    }

    [Test]
    public async Task What_is_wrong_in_a_row_is_said_in_that_row()
    {
        var path = "/catalog/rich/1/edit?item=i-I1";
        var refused = await SubmitAsync(path, "item", new() { ["f.targets.1.year"] = "sang năm", ["f.evidence.2.name.vi"] = "Chưa rõ loại" }, HttpStatusCode.OK);
        refused.ShouldContain("href=\"#f-targets-1-year\"");
        refused.ShouldContain("href=\"#f-evidence-2-kind\"");
        MessagesAt(refused, "f-targets-1-year").ShouldContain("field-error");
        MessagesAt(refused, "f-targets-0-year").ShouldNotContain("field-error");

        await SubmitAsync(path, "item", new() { ["f.rules.2.percent"] = "" });
        MessagesAt(await ReadAsync(path), "f-rules-2").ShouldContain("field-warning");
        (await ReadAsync("/catalog/rich/1/publish")).ShouldContain($"href=\"{path}#f-rules-2\"");
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

    [Test]
    public async Task What_the_system_fills_in_is_said_in_forms()
    {
        (await Send(new DefineSeries("population", new("Dân số", "Population"), new("người", "people"), 0, "Cục Thống kê"))).Succeeded.ShouldBeTrue();
        await SubmitAsync("/catalog/filled/1/edit?item=i-I1", "item", new() { ["f.denominatorSeries.series"] = "population", ["f.denominatorSeries.ageGroup"] = "15-60", ["f.denominatorSeries.sex"] = "female", ["f.predecessor"] = "CU1" });
        await SubmitAsync("/catalog/filled/1/edit?item=i-I2", "item", new() { ["f.registryCount.measure"] = "recognitions", ["f.registryCount.title"] = "Đơn vị học tập", ["f.registryCount.level"] = "1", ["f.registryCount.unitTypes"] = "ward" });
        var content = PackReader.Read(System.Text.Encoding.UTF8.GetBytes(await PackAsync("filled"))).Value;
        var (first, second) = (content.PlacedIndicators().First().Indicator, content.PlacedIndicators().Last().Indicator);
        (first.DenominatorSeries, first.Predecessor).ShouldBe((new SeriesFigure("population", "15-60", PopulationSex.Female), "CU1"));
        var count = second.RegistryCount.ShouldNotBeNull();
        (count.Measure, count.UnitTypes.Single(), count.Title, count.Level).ShouldBe((RegistryMeasure.Recognitions, "ward", "Đơn vị học tập", "1"));

        await SubmitAsync("/catalog/filled/1/edit?item=i-I2", "item", new() { ["f.registryCount.measure"] = "units_with_committee" });
        (PackReader.Read(System.Text.Encoding.UTF8.GetBytes(await PackAsync("filled"))).Value.PlacedIndicators().Last().Indicator.RegistryCount?.Title).ShouldBeNull("A title is of recognitions only.");
        await SubmitAsync("/catalog/filled/1/edit?item=i-I2", "item", new() { ["f.registryCount.measure"] = "", ["f.registryCount.unitTypes"] = "" });
        PackReader.Read(System.Text.Encoding.UTF8.GetBytes(await PackAsync("filled"))).Value.PlacedIndicators().Last().Indicator.RegistryCount.ShouldBeNull();
    }

    [Test]
    public async Task What_was_typed_stays_where_the_other_fields_are_no_json()
    {
        var before = await PackAsync();
        var refused = await SubmitAsync("/catalog/forms/1/edit?item=i-I2", "item", new() { ["f.name.vi"] = "Tên vừa gõ", ["f.other"] = "{\"ofALaterFormat\": " }, HttpStatusCode.OK);
        refused.ShouldContain("href=\"#f-other\"");
        refused.ShouldContain("Tên vừa gõ");
        refused.ShouldContain("{\"ofALaterFormat\": </textarea>");
        (await PackAsync()).ShouldBe(before);
    }

    /// <summary>With everything that a form has rows and parts for; by far not all of it may be published.</summary>
    private static SetContent Rich()
    {
        var indicator = Samples.Percent with
        {
            Definition = new("Người đọc, viết được một đoạn văn", "People who can read and write a short text"),
            Targets = [new IndicatorTarget(95) { Year = 2027, UnitType = "ward" }, new IndicatorTarget(0) { Period = "2026-H1", UnitCode = "q1", Level = "silver" }],
            Baseline = new(90.5m, new DateOnly(2025, 12, 31)),
            Points = [new(90, 5), new(95, 10)],
            Rules =
            [
                new() { Kind = RuleKind.Range, Severity = RuleSeverity.Hard, Part = FormulaPart.Denominator, Minimum = 0, Maximum = 1500000.25m },
                new() { Kind = RuleKind.Relation, Comparison = Comparison.AtMost, Formula = "I1.denominator * 2", Message = new("Nhiều quá", "Too many") },
                new() { Kind = RuleKind.Change, Percent = 20 },
            ],
            Evidence = [new(EvidenceKind.Decision, true, null), new(EvidenceKind.Other, false, new("Ảnh lớp", ""))],
            LeadAgency = new(null, "department"),
            CooperatingAgencies = [new("so-gd", null), new(null, "nobody_knows")],
            Frequency = IndicatorFrequency.Custom,
            Window = new(9, 1, 9, 12),
            Disaggregations = ["sex"],
            Predecessor = "CU7",
            RegistryCount = new(RegistryMeasure.Recognitions, ["ward", "nobody_knows"], "Đơn vị học tập", null),
            ReportingCount = new(ReportingMeasure.OnTime, ["ward"]),
            NumeratorSeries = new("unknown-series", "15-60"),
            DenominatorSeries = new("unknown-series", "", PopulationSex.Male),
        };
        return Samples.Set("rich", indicators: [indicator, Samples.Level]) with
        {
            Dimensions = [new("sex", new("Giới tính", "Sex"), [new("m", new("Nam", "Male")), new("f", new("Nữ", "Female"))]), new("none", new("Trống", ""), [])],
            Scoring = new(ScoringMode.AllTargetsMet, [new("bronze", new("Đồng", "Bronze"), null), new("silver", new("Bạc", "Silver"), 60)]),
        };
    }

    private static string MessagesAt(string page, string id)
    {
        var start = page.IndexOf($"id=\"{id}-messages\"", StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, id);
        return page[start..page.IndexOf("</div>", start, StringComparison.Ordinal)];
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

    private async Task<string> PackAsync(string set = "forms") =>
        System.Text.Encoding.UTF8.GetString((await Send(new ExportVersion(set, 1))).Value.Content);

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

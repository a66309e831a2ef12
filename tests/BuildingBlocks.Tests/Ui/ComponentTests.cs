using System.Text.RegularExpressions;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.BuildingBlocks.Ui.Charts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LearningCity.BuildingBlocks.Tests.Ui;

/// <summary>Renders components as documents for paper do: outside of any request.</summary>
internal sealed partial class ComponentTests
{
    private static readonly string[] Periods = ["2023", "2024", "2025", "2026"];

    [Test]
    public async Task A_state_reads_in_both_languages()
    {
        (await RenderAsync<StateTag>(Language.Vi, new() { ["State"] = ReportState.Submitted, ["Late"] = true }))
            .ShouldSatisfyAllConditions(
                html => html.ShouldContain("Chờ duyệt"),
                html => html.ShouldContain("Trễ hạn"));
        (await RenderAsync<StateTag>(Language.En, new() { ["State"] = ReportState.Returned })).ShouldContain("To revise");
    }

    [Test]
    public async Task Every_state_has_a_mark_on_paper([Values] ReportState state)
    {
        var html = await RenderAsync<StateTag>(Language.Vi, new() { ["State"] = state }, onPaper: true);

        html.ShouldMatch("<svg[^>]*>.*<(path|circle|rect) ");
        html.ShouldNotContain("<use");
    }

    [Test]
    public async Task On_paper_nothing_is_a_link()
    {
        var html = await RenderAsync<BarList>(
            Language.Vi, new() { ["Bars"] = new[] { new Bar("Phường Sài Gòn", 94, "94,0%", "/units/1") } }, onPaper: true);

        html.ShouldContain("Phường Sài Gòn");
        html.ShouldNotContain("<a ");
    }

    [Test]
    public async Task A_gap_in_a_trend_is_not_joined()
    {
        var html = await RenderAsync<TrendLine>(Language.Vi, new()
        {
            ["Title"] = "Tăng đều",
            ["Periods"] = Periods,
            ["Series"] = new[] { new TrendSeries("Thành phố", [1, null, 3, 4]) },
        });

        LineOfSeries().Count(html).ShouldBe(1);
        DotOfSeries().Count(html).ShouldBe(3);
    }

    [Test]
    public async Task Charts_bring_neither_inline_style_nor_script()
    {
        var html = await RenderAsync<TileMap>(Language.Vi, new()
        {
            ["Title"] = "Vùng ven đạt cao hơn",
            ["Tiles"] = new[] { new MapTile("Phường Sài Gòn", 10.78, 106.7, 94, "94"), new MapTile("Xã Thạnh An", 10.47, 106.97, null, "○") },
        });

        html.ShouldContain("url(#chart-hatch)");
        html.ShouldNotContain("style=");
        html.ShouldNotContain("<script");
    }

    [Test]
    public async Task An_error_summary_leads_to_its_fields()
    {
        var html = await RenderAsync<ErrorSummary>(
            Language.Vi, new() { ["Problems"] = new[] { new FieldProblem("decision-number", "Nhập số quyết định") } });

        html.ShouldContain("href=\"#decision-number\"");
        html.ShouldContain("Còn 1 mục cần xử lý");
        (await RenderAsync<ErrorSummary>(Language.Vi, [])).Trim().ShouldBeEmpty();
    }

    private static async Task<string> RenderAsync<TComponent>(Language language, Dictionary<string, object?> parameters, bool onPaper = false)
        where TComponent : IComponent
    {
        var services = new ServiceCollection();
        services.AddCascadingValue(_ => language);
        if (onPaper) services.AddCascadingValue(_ => new Paper());
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return System.Net.WebUtility.HtmlDecode(root.ToHtmlString());
        });
    }

    [GeneratedRegex("class=\"line( broken)?\"")]
    private static partial Regex LineOfSeries();

    [GeneratedRegex("class=\"dot( hollow)?\"")]
    private static partial Regex DotOfSeries();
}

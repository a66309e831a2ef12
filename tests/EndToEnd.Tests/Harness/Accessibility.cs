using System.Text.Json;
using Microsoft.Playwright;

namespace LearningCity.EndToEnd.Tests.Harness;

/// <summary>Looks for what keeps people out, by the rules of WCAG 2.2 AA and good practice that a program can check (axe-core).</summary>
internal static class Accessibility
{
    private const string Run = """
        async () => (await axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules: { 'td-has-header': { enabled: true } },
          resultTypes: ['violations']
        })).violations.map(v => ({ id: v.id, help: v.help, nodes: v.nodes.slice(0, 5).map(n => n.html.slice(0, 200) + ' | ' + (n.any[0]?.message ?? n.all[0]?.message ?? n.none[0]?.message ?? '')) }))
        """;

    private static readonly Lazy<string> Script = new(() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe", "axe.min.js")));

    /// <summary>What is wrong with the page as it stands; empty where nothing is.</summary>
    internal static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        // The page's own policy forbids foreign scripts; evaluating goes round it, as the developer tools do.
        await page.EvaluateAsync($"() => {{ {Script.Value} }}");
        var found = await page.EvaluateAsync<JsonElement>(Run);
        return [.. found.EnumerateArray().Select(violation =>
            $"{violation.GetProperty("id")}: {violation.GetProperty("help")}\n    "
            + string.Join("\n    ", violation.GetProperty("nodes").EnumerateArray().Select(node => node.GetString())))];
    }
}

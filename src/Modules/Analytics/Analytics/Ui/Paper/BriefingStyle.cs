using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Ui;

namespace LearningCity.Analytics.Ui.Paper;

/// <summary>What a briefing adds to the print style: its cover, and what stands at the foot of every page.</summary>
internal static class BriefingStyle
{
    private const string Cover = """
        .cover{display:flex;flex-direction:column;min-height:244mm}
        .cover .agency{font-size:11pt;line-height:1.5;margin:0}
        .cover h1{font-size:27pt;line-height:1.35;margin:42mm 0 8pt;max-width:150mm}
        .cover .lead{font-size:14pt;line-height:1.5;margin:0 0 6pt}
        .cover .facts{margin-top:14mm;font-size:10.5pt}
        .cover .bottom{margin-top:auto}
        .demonstration{border:1.5pt solid #7a3e00;color:#7a3e00;padding:5pt 8pt;font-weight:600;margin:0 0 8pt}
        h2{break-after:avoid;margin-top:0}h3{break-after:avoid}
        .stats{display:grid;grid-template-columns:1fr 1fr;gap:9pt}
        .stat{break-inside:avoid}
        .annex table{font-size:8.5pt}
        .annex td.code{white-space:nowrap;font-size:7.5pt}
        .annex.areas th,.annex.areas td{padding-top:1.4pt;padding-bottom:1.4pt;line-height:1.3}
        tr.group th{font-weight:600;padding-top:5pt;break-after:avoid}
        .sentence{font-size:11.5pt;line-height:1.55;margin:0 0 8pt}
        .cover .logo{height:18mm;align-self:flex-start;margin-bottom:6mm}
        .trace-code{display:flex;gap:8pt;align-items:center;font-size:8.5pt;margin-bottom:8pt}
        .trace-code p{margin:0;overflow-wrap:anywhere}
        .qr{width:18mm;height:18mm;flex:none}
        .two{display:grid;grid-template-columns:1fr 1fr;gap:14pt}
        .quote{margin:0 0 4pt 12pt;font-size:9.5pt}
        .red{margin:4pt 0 2pt;break-after:avoid}
        .names{font-size:9.5pt}
        .map{max-width:124mm}
        section{margin-bottom:12pt}
        """;

    /// <summary>Everything between the document's <c>style</c> tags.</summary>
    /// <param name="footer">Edition and time, at the foot of every page.</param>
    /// <param name="demonstration">What is printed at the head of every page of made-up data; null for real data.</param>
    /// <param name="language">The language.</param>
    internal static string Css(string footer, string? demonstration, Language language)
    {
        var (page, of) = language == Language.En ? ("Page ", " of ") : ("Trang ", " / ");
        var small = "font:400 8pt/1.4 'Be Vietnam Pro',sans-serif;color:#4d5a67";
        var head = demonstration is null
            ? ""
            : $"@top-center{{content:{Text(demonstration)};font:600 8pt/1.4 'Be Vietnam Pro',sans-serif;color:#7a3e00}}";
        return $$"""
            {{PaperStyles.Css}}
            @page{@bottom-left{content:{{Text(footer)}};{{small}}}@bottom-right{content:{{Text(page)}} counter(page) {{Text(of)}} counter(pages);{{small}}}{{head}}}
            {{Cover}}
            """;
    }

    /// <summary>A CSS string. Names come from the registry: nothing in them may end the string.</summary>
    private static string Text(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\22 ", StringComparison.Ordinal)
            .Replace("\n", " ", StringComparison.Ordinal).Replace("<", "\\3c ", StringComparison.Ordinal) + "\"";
}

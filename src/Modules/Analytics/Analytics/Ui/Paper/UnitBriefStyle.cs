using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Ui.Paper;

/// <summary>What a unit brief adds to the print style: it is dense, so that two pages hold it.</summary>
internal static class UnitBriefStyle
{
    private const string Dense = """
        @page{margin:14mm 15mm 16mm 15mm}
        h1{font-size:17pt}
        h2{font-size:11.5pt;margin:8pt 0 3pt}
        .brief-head{display:flex;gap:10pt;align-items:center;border-bottom:1.5pt solid #1b2530;padding-bottom:5pt;margin-bottom:7pt}
        .brief-head .logo{height:15mm;max-width:30mm}
        .brief-head div{flex:1}
        .brief-head p{margin:0;font-size:9.5pt}
        .qr{width:18mm;height:18mm;flex:none}
        .stats{grid-template-columns:repeat(3,minmax(0,1fr));gap:5pt;margin-bottom:4pt}
        .stat{padding:4pt 6pt}
        .stat .stat-value{font-size:14pt}
        .quote{margin:0 0 4pt;font-size:9.5pt}
        .lists{display:grid;grid-template-columns:1fr 1fr;gap:12pt}
        .lists ul{font-size:9.5pt}
        .page-two{break-before:page}
        .page-two table{font-size:8.2pt}
        .page-two table{table-layout:fixed}
        .page-two th,.page-two td{padding-top:1.2pt;padding-bottom:1.2pt;line-height:1.3}
        .against .legend{display:none}
        .stacked>svg{height:9pt;display:block;overflow:hidden}
        .stacked figcaption p{margin:0 0 1pt}
        .legend{margin-top:3pt;gap:0 14px}
        h2:first-of-type{margin-top:4pt}
        p{margin-bottom:3pt}
        li{line-height:1.4}
        .against .chart,.chart{margin-bottom:3pt}
        .against .chart-title{font-size:9.5pt;margin:0}
        .page-two td.code{white-space:nowrap;font-size:7.5pt}
        """;

    /// <summary>Everything between the document's <c>style</c> tags.</summary>
    internal static string Css(string footer, string? demonstration, Language language) => BriefingStyle.Css(footer, demonstration, language) + Dense;
}

using System.Text;

namespace LearningCity.Analytics.Ui.Paper;

/// <summary>
/// The layout of Decree 30/2020 for printed pages, with the same measures as the Word file. The face is Tinos, which has the measures of
/// Times New Roman and may be passed on.
/// </summary>
internal static class DecreeStyle
{
    private const string Vietnamese =
        "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB";

    /// <summary>Without the letters of the other part: a face that lacks them would build them of pieces.</summary>
    private const string Latin = "U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212,U+2215,U+FEFF,U+FFFD";

    private const string Rules = """
        @counter-style blank{system:cyclic;symbols:"";suffix:""}
        @counter-style later{system:extends decimal;range:2 infinite;fallback:blank}
        @page{size:A4 portrait;margin:20mm 15mm 20mm 30mm;@top-center{content:counter(page,later);font:400 14pt Tinos;color:#000}}
        *{box-sizing:border-box}
        body{margin:0;font:400 14pt/1.27 Tinos,'Times New Roman',serif;color:#000;background:#fff}
        p,h1,h2,h3,h4{margin:0;font-size:14pt;font-weight:400;white-space:pre-wrap}
        .head{display:grid;grid-template-columns:72mm 93mm;text-align:center;font-size:12pt;line-height:1.15}
        .head p{font-size:12pt}
        .head .motto{font-size:13pt}
        .head .number,.head .place{font-size:13pt;margin-top:6pt}
        .head .place{font-style:italic}
        .strong,h1,h2,h3,.subject,.signature p,.annex-label,.annex-title{font-weight:700}
        .ruled{padding-bottom:4pt}
        .ruled span{display:inline;position:relative}
        .ruled{position:relative}
        .ruled::after{content:"";position:absolute;left:50%;bottom:1pt;border-bottom:.75pt solid #000;width:var(--rule,57mm);transform:translateX(-50%)}
        .short::after{width:30mm}
        h1{margin-top:12pt;text-align:center}
        .subject,.mark,.annex-label,.annex-title,.attached{text-align:center}
        .subject::after{width:60mm}
        .mark,.attached,.basis,.note{font-style:italic}
        .mark{font-size:13pt;margin-top:6pt}
        .addressee{margin:12pt 0 0 40mm}
        .addressee .dash{margin-left:20mm}
        .text,h2,h3,h4{text-align:justify;text-indent:12.7mm;padding-top:6pt}
        .text{orphans:2;widows:2}
        h2,h3,h4{break-after:avoid}
        h2{padding-top:10pt}
        .note{font-size:12pt;margin-top:6pt}
        .foot{display:grid;grid-template-columns:72mm 93mm;margin-top:12pt;break-inside:avoid;line-height:1.15}
        .recipients p{font-size:11pt}
        .recipients .label{font-size:12pt;font-weight:700;font-style:italic}
        .signature{text-align:center}
        .signature p{font-size:13pt}
        .signer{margin-top:60pt}
        .annex{break-before:page}
        .annex-label,.annex-title,.annex h2{margin:0;padding:0;text-indent:0;text-align:center;break-after:avoid}
        .attached{margin-bottom:8pt;break-after:avoid}
        table{width:100%;border-collapse:collapse;table-layout:fixed;margin-top:6pt;font-size:12pt;line-height:1.15}
        th,td{border:.5pt solid #000;padding:2pt 4pt;vertical-align:middle;overflow-wrap:anywhere}
        thead{display:table-header-group;break-inside:avoid}
        tr{break-inside:avoid}
        th{text-align:center}
        .left{text-align:left}.centre{text-align:center}.right{text-align:right}
        """;

    private static readonly string Shared = Fonts() + Rules;

    /// <summary>Everything between the document's <c>style</c> tags.</summary>
    /// <param name="annexes">How many annexes there are: each counts its own pages and shows no number on its first.</param>
    internal static string Css(int annexes) => Shared + string.Concat(Enumerable.Range(1, annexes).Select(annex =>
        FormattableString.Invariant($"@page annex{annex}{{size:A4 landscape;counter-increment:annex{annex} 1;@top-center{{content:counter(annex{annex},later)}} }}.annex{annex}{{page:annex{annex}}}")));

    private static string Fonts()
    {
        var css = new StringBuilder();
        foreach (var weight in (int[])[400, 700])
        {
            foreach (var style in (string[])["normal", "italic"])
            {
                foreach (var subset in (string[])["vietnamese", "latin"])
                {
                    css.Append("@font-face{font-family:Tinos;font-weight:").Append(weight).Append(";font-style:").Append(style)
                        .Append(";src:url(data:font/woff2;base64,").Append(Read($"tinos-{subset}-{weight}-{style}.woff2")).Append(") format(\"woff2\")")
                        .Append(";unicode-range:").Append(subset == "vietnamese" ? Vietnamese : Latin).Append('}');
                }
            }
        }

        return css.ToString();
    }

    private static string Read(string name)
    {
        using var stream = typeof(DecreeStyle).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of the module.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}

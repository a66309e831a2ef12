using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.BuildingBlocks.Documents.Decree;

namespace LearningCity.BuildingBlocks.Tests.Documents;

/// <summary>One spoilt thing, one code: each broken file is found out for what was broken and for nothing else.</summary>
internal sealed class DecreeCheckerTests
{
    private const string Nation = "CỘNG HÒA";
    private const string Motto = "Độc lập";
    private const string Body = "Có 160/168";

    private static IEnumerable<TestCaseData> Broken =>
    [
        Case("paper_size", "letter paper", file => { foreach (var s in file.Sections) (s.GetFirstChild<PageSize>()!.Width, s.GetFirstChild<PageSize>()!.Height) = (12240, 15840); }),
        Case("orientation", "a text in landscape", file => { var size = file.Sections.First().GetFirstChild<PageSize>()!; (size.Width, size.Height) = (size.Height!.Value, size.Width!.Value); }, "subject_rule"),
        Case("margin_top", "a wide top margin", file => file.Sections.First().GetFirstChild<PageMargin>()!.Top = 1800),
        Case("margin_bottom", "a narrow bottom margin", file => file.Sections.First().GetFirstChild<PageMargin>()!.Bottom = 720),
        Case("margin_left", "a narrow left margin", file => file.Sections.First().GetFirstChild<PageMargin>()!.Left = 1134),
        Case("margin_right", "a wide right margin", file => file.Sections.First().GetFirstChild<PageMargin>()!.Right = 1440),
        Case("font", "Arial in one paragraph", file => file.Format(Body, new RunFonts { Ascii = "Arial", HighAnsi = "Arial" })),
        Case("font", "Arial by the style", file => file.Main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<RunFonts>().Single().Ascii = "Arial"),
        Case("colour", "blue letters", file => file.Format(Body, new Color { Val = "0000FF" })),
        Case("page_number", "no page numbers", file => file.Main.HeaderParts.First(part => part.Header.InnerText.Length > 0).Header.RemoveAllChildren()),
        Case("page_number_form", "Roman page numbers", file => file.Sections.First().GetFirstChild<PageNumberType>()!.Format = NumberFormatValues.LowerRoman),
        Case("page_number_side", "page numbers at the right", file => PageNumber(file).ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right })),
        Case("page_number_letters", "small page numbers", file => { foreach (var run in PageNumber(file).Elements<Run>()) run.RunProperties = new RunProperties(new FontSize { Val = "22" }); }),
        Case("page_number_first", "a number on page 1", file => file.Sections.First().RemoveAllChildren<TitlePage>()),
        Case("head_columns", "borders at the head", file => file.HeadTable.GetFirstChild<TableProperties>()!.InsertAt(new TableBorders(new TopBorder { Val = BorderValues.Single }), 1)),
        Case("nation", "the country in lower case", file => file.Retype(Nation, "Cộng hòa xã hội chủ nghĩa Việt Nam")),
        Case("nation_letters", "the country not bold", file => file.Format(Nation, new Bold { Val = false })),
        Case("motto", "the motto with dashes that touch", file => file.Retype(Motto, "Độc lập-Tự do-Hạnh phúc")),
        Case("motto_letters", "a large motto", file => file.Size(Motto, 15), "motto_rule"),
        Case("motto_side", "the motto at the left", file => file.Align(Motto, JustificationValues.Left)),
        Case("motto_rule", "no line under the motto", file => file.Find(Motto).NextSibling<Paragraph>()!.ParagraphProperties!.RemoveAllChildren<ParagraphBorders>()),
        Case("motto_rule", "a motto underlined instead", file => { file.Find(Motto).NextSibling<Paragraph>()!.Remove(); file.Format(Motto, new Underline { Val = UnderlineValues.Single }); }),
        Case("governing_letters", "a bold superior", file => file.Format("ỦY BAN", new Bold())),
        Case("issuing_letters", "an issuer in lower case", file => file.Retype("SỞ GIÁO", "Sở Giáo dục và Đào tạo")),
        Case("issuing_rule", "a line as long as the issuer", file => file.Find("SỞ GIÁO").NextSibling<Paragraph>()!.ParagraphProperties!.Indentation!.Remove()),
        Case("number_form", "a number without colon", file => file.Retype("Số:", "Số 15/BC-SGDĐT")),
        Case("number_form", "a single figure without zero", file => file.Retype("Số:", "Số: 5/BC-SGDĐT")),
        Case("number_form", "a symbol with spaces", file => file.Retype("Số:", "Số: 15/BC - SGDĐT")),
        Case("number_letters", "a small number", file => file.Size("Số:", 12)),
        Case("date_form", "a day without zero", file => file.Retype("Thành phố Hồ Chí Minh, ngày", "Thành phố Hồ Chí Minh, ngày 5 tháng 7 năm 2026")),
        Case("date_form", "February without zero", file => file.Retype("Thành phố Hồ Chí Minh, ngày", "Thành phố Hồ Chí Minh, ngày 05 tháng 2 năm 2026")),
        Case("date_form", "July with zero", file => file.Retype("Thành phố Hồ Chí Minh, ngày", "Thành phố Hồ Chí Minh, ngày 05 tháng 07 năm 2026")),
        Case("place_name", "an abbreviated place", file => file.Retype("Thành phố Hồ Chí Minh, ngày", "TP.HCM, ngày 05 tháng 7 năm 2026")),
        Case("date_letters", "an upright date", file => file.Format("Thành phố Hồ Chí Minh, ngày", new Italic { Val = false })),
        Case("kind", "a type in lower case", file => file.Retype("BÁO CÁO", "Báo cáo")),
        Case("kind_letters", "a large type", file => file.Size("BÁO CÁO", 16)),
        Case("subject_letters", "a subject in italics", file => file.Format("Sơ kết", new Italic())),
        Case("subject_rule", "no line under the subject", file => file.Find("Sơ kết").NextSibling<Paragraph>()!.Remove()),
        Case("addressee", "an addressee without semicolon", file => file.Retype("- Ủy ban", "- Ủy ban nhân dân Thành phố")),
        Case("body_letters", "small letters", file => file.Size(Body, 12)),
        Case("body_letters", "letters of one sentence in italics", file => file.Format(Body, new Italic())),
        Case("body_side", "text at the left", file => file.Align(Body, JustificationValues.Left)),
        Case("body_indent", "no indent", file => file.Shape(Body, new Indentation { FirstLine = "0" })),
        Case("body_space", "paragraphs that touch", file => file.Shape(Body, new SpacingBetweenLines { Before = "0", After = "0" })),
        Case("body_lines", "double lines", file => file.Shape(Body, new SpacingBetweenLines { Line = "480" })),
        Case("basis", "an upright basis", file => file.Format("Căn cứ Kế hoạch", new Italic { Val = false })),
        Case("heading_1", "a first heading in lower case", file => file.Retype("TÌNH HÌNH CHUNG", "Tình hình chung")),
        Case("heading_1", "first headings counted 1, 2", file => file.Main.NumberingDefinitionsPart!.Numbering.Descendants<NumberingFormat>().First().Val = NumberFormatValues.UpperLetter),
        Case("heading_2", "a second heading not bold", file => file.Format("Nội dung 1", new Bold { Val = false })),
        Case("heading_3", "a point in italics", file => file.Format("Tiêu chuẩn 1.1", new Italic()), "body_letters"),
        Case("outline_order", "an outline that jumps", file => { Type(file, "TÌNH HÌNH CHUNG", "I. TÌNH HÌNH CHUNG"); Type(file, "KẾT QUẢ", "III. KẾT QUẢ THỰC HIỆN"); }),
        Case("end_mark", "no mark at the end", file => file.Retype("Trên đây", "Trên đây là Báo cáo sơ kết của Sở Giáo dục và Đào tạo.")),
        Case("recipients", "no recipients", file => file.Body.Elements<Table>().Skip(1).First().Remove()),
        Case("recipients_label", "an upright label", file => file.Format("Nơi nhận", new Italic { Val = false })),
        Case("recipient_letters", "large recipients", file => file.Size("- Các phòng", 13)),
        Case("recipient_form", "a recipient without semicolon", file => file.Retype("- Các phòng", "- Các phòng thuộc Sở")),
        Case("recipient_form", "no archive", file => file.Retype("- Lưu", "- Phòng Giáo dục thường xuyên.")),
        Case("authority", "a position in lower case", file => file.Retype("PHÓ GIÁM", "Phó Giám đốc")),
        Case("authority_form", "authority in full", file => file.Retype("KT. GIÁM", "KÝ THAY GIÁM ĐỐC")),
        Case("signer", "a name in capitals", file => file.Retype("Nguyễn Văn An", "NGUYỄN VĂN AN")),
        Case("annex_page", "an annex on the page of the text", file => { var last = file.Sections.Skip(1).First(); last.Ancestors<Paragraph>().Single().Remove(); }, "annex_page_number"),
        Case("annex_number", "annexes counted 1, 2", file => file.Retype("Phụ lục I", "Phụ lục 1"), "annex_reference"),
        Case("annex_label", "a small label", file => file.Format("Phụ lục II", new FontSize { Val = "26" })),
        Case("annex_title", "a title in lower case", file => file.Retype("BẢNG CHỈ SỐ", "Bảng chỉ số")),
        Case("annex_attached", "no line that names the report", file => file.Body.Elements<Paragraph>().First(p => p.InnerText.StartsWith("(Kèm", StringComparison.Ordinal)).Remove()),
        Case("annex_reference", "a text that does not mention an annex", file => file.Retype("Các đơn vị chưa", "Các đơn vị chưa báo cáo được nêu riêng.")),
        Case("annex_page_number", "annexes that count on", file => file.Sections.Last().GetFirstChild<PageNumberType>()!.Start = null),
    ];

    [TestCaseSource(nameof(Broken))]
    public void What_was_broken_is_found_and_named(string code, Action<BrokenReport> spoil, string[] alsoFound)
    {
        using var file = new BrokenReport();
        spoil(file);
        file.Codes().ShouldBe([code, .. alsoFound], ignoreOrder: true);
    }

    [Test]
    public void Every_rule_is_broken_once()
    {
        DecreeRules.All.Count.ShouldBeGreaterThan(50);
        DecreeRules.All.Select(rule => rule.Code).Except(Broken.Select(test => (string)test.Arguments[0]!)).ShouldBeEmpty();
        DecreeRules.All.Select(rule => rule.Code).ShouldBeUnique();
    }

    private static TestCaseData Case(string code, string what, Action<BrokenReport> spoil, params string[] alsoFound) =>
        new TestCaseData(code, spoil, alsoFound).SetArgDisplayNames(what);

    private static Paragraph PageNumber(BrokenReport file) =>
        file.Main.HeaderParts.First(part => part.Header.InnerText.Length > 0).Header.GetFirstChild<Paragraph>()!;

    /// <summary>Types a number where Word counted one.</summary>
    private static void Type(BrokenReport file, string text, string into)
    {
        file.Shape(text, new NumberingProperties(new NumberingId { Val = 0 }));
        file.Retype(text, into);
    }
}

using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.BuildingBlocks.Documents.Word;

/// <summary>The styles of a document: whoever finishes it in Word changes a style, not a hundred paragraphs.</summary>
internal static class WordStyles
{
    internal const string Face = "Times New Roman";
    internal const string Nation = "QuocHieu";
    internal const string Motto = "TieuNgu";
    internal const string Governing = "CoQuanChuQuan";
    internal const string Issuing = "CoQuanBanHanh";
    internal const string Number = "SoKyHieu";
    internal const string PlaceDate = "DiaDanhThoiGian";
    internal const string Kind = "TenLoai";
    internal const string Subject = "TrichYeu";
    internal const string Rule = "DuongKe";
    internal const string Mark = "GhiChuDau";
    internal const string Addressee = "KinhGui";
    internal const string Body = "NoiDung";
    internal const string Basis = "CanCu";
    internal const string Note = "GhiChu";
    internal const string Item = "GachDauDong";
    internal const string RecipientsLabel = "NoiNhanNhan";
    internal const string Recipient = "NoiNhan";
    internal const string Authority = "QuyenHanChucVu";
    internal const string Signer = "HoTen";
    internal const string AnnexLabel = "PhuLuc";
    internal const string AnnexTitle = "TenPhuLuc";
    internal const string AnnexAttached = "KemTheo";
    internal const string TableHead = "DauBang";
    internal const string TableText = "NoiDungBang";
    internal const string End = "KetThucPhan";
    internal const string PageNumber = "Header";
    internal const string Grid = "TableGrid";

    /// <summary>The whole part.</summary>
    internal static Styles Make(string language)
    {
        var centred = JustificationValues.Center;
        return new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = Face, HighAnsi = Face, EastAsia = Face, ComplexScript = Face },
                    new Color { Val = "000000" }, new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" },
                    new Languages { Val = language, EastAsia = language })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines { Before = "0", After = "0", Line = "240", LineRule = LineSpacingRuleValues.Auto }))),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle())
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            },
            new Style(
                new StyleName { Val = "Normal Table" }, new UIPriority { Val = 99 }, new SemiHidden(), new UnhideWhenUsed(),
                new StyleTableProperties(
                    new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa },
                    new TableCellMarginDefault(
                        new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                        new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                        new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa },
                        new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })))
            {
                Type = StyleValues.Table,
                StyleId = "TableNormal",
                Default = true,
            },
            GridStyle(),
            Heading(1, "heading 1", 14, capitals: true),
            Heading(2, "heading 2", 14, capitals: false),
            Heading(3, "heading 3", 14, capitals: false),
            Paragraph(Nation, "Quốc hiệu", 12, bold: true, side: centred),
            Paragraph(Motto, "Tiêu ngữ", 13, bold: true, side: centred),
            Paragraph(Governing, "Cơ quan chủ quản", 12, side: centred),
            Paragraph(Issuing, "Cơ quan ban hành", 12, bold: true, side: centred),
            Paragraph(Number, "Số và ký hiệu", 13, side: centred),
            Paragraph(PlaceDate, "Địa danh và thời gian", 13, italic: true, side: centred),
            Paragraph(Kind, "Tên loại", 14, bold: true, side: centred, before: 12, keep: true),
            Paragraph(Subject, "Trích yếu", 14, bold: true, side: centred, keep: true),
            Paragraph(Rule, "Đường kẻ", 2, side: centred),
            Paragraph(Mark, "Ghi chú đầu văn bản", 13, italic: true, side: centred, before: 6),
            Paragraph(Addressee, "Kính gửi", 14, side: JustificationValues.Left, before: 12, indent: 3402, hanging: 1134),
            Paragraph(Body, "Nội dung", 14, side: JustificationValues.Both, before: 6, line: 264, firstLine: 720),
            Paragraph(Basis, "Căn cứ", 14, italic: true, side: JustificationValues.Both, before: 6, line: 264, firstLine: 720),
            Paragraph(Note, "Ghi chú", 12, italic: true, side: JustificationValues.Both, before: 6),
            ListItem(),
            Paragraph(RecipientsLabel, "Nơi nhận (nhãn)", 12, bold: true, italic: true, side: JustificationValues.Left, keep: true),
            Paragraph(Recipient, "Nơi nhận", 11, side: JustificationValues.Left, keep: true),
            Paragraph(Authority, "Quyền hạn và chức vụ", 13, bold: true, side: centred, keep: true),
            Paragraph(Signer, "Họ tên người ký", 13, bold: true, side: centred),
            Paragraph(AnnexLabel, "Phụ lục", 14, bold: true, side: centred, keep: true, outline: 0),
            Paragraph(AnnexTitle, "Tên phụ lục", 14, bold: true, side: centred, keep: true),
            Paragraph(AnnexAttached, "Kèm theo", 14, italic: true, side: centred, after: 8, keep: true),
            Paragraph(TableHead, "Đầu bảng", 12, bold: true, side: centred, before: 2, after: 2),
            Paragraph(TableText, "Nội dung bảng", 12, side: JustificationValues.Left, before: 1, after: 1),
            Paragraph(End, "Kết thúc phần", 1, side: JustificationValues.Left),
            new Style(
                new StyleName { Val = "header" }, new BasedOn { Val = "Normal" },
                new StyleParagraphProperties(new Justification { Val = centred }),
                new StyleRunProperties(new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" }))
            {
                Type = StyleValues.Paragraph,
                StyleId = PageNumber,
            });
    }

    private static Style Heading(int level, string name, double size, bool capitals) => new(
        new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = Body },
        new PrimaryStyle(),
        new StyleParagraphProperties(
            new KeepNext(), new KeepLines(),
            new NumberingProperties(new NumberingLevelReference { Val = level - 1 }, new NumberingId { Val = WordNumbering.Outline }),
            new SpacingBetweenLines { Before = capitals ? "200" : "120", After = "0", Line = "264", LineRule = LineSpacingRuleValues.Auto },
            new Indentation { Left = "0", FirstLine = "720" },
            new Justification { Val = JustificationValues.Both },
            new OutlineLevel { Val = level - 1 }),
        level == 3
            ? new StyleRunProperties(new Bold { Val = false }, new FontSize { Val = WordSizes.Half(size) })
            : new StyleRunProperties(new Bold(), new FontSize { Val = WordSizes.Half(size) }))
    {
        Type = StyleValues.Paragraph,
        StyleId = HeadingId(level),
    };

    internal static string HeadingId(int level) => "Heading" + WordSizes.Text(level);

    private static Style ListItem() => new(
        new StyleName { Val = "Gạch đầu dòng" }, new BasedOn { Val = Body }, new PrimaryStyle(),
        new StyleParagraphProperties(
            new NumberingProperties(new NumberingId { Val = WordNumbering.Dashes }), new Indentation { Left = "0", FirstLine = "720" }))
    {
        Type = StyleValues.Paragraph,
        StyleId = Item,
        CustomStyle = true,
    };

    private static Style GridStyle() => new(
        new StyleName { Val = "Table Grid" }, new BasedOn { Val = "TableNormal" },
        new StyleTableProperties(new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
            new LeftBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
            new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
            new RightBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4, Color = "000000" },
            new InsideVerticalBorder { Val = BorderValues.Single, Size = 4, Color = "000000" })))
    {
        Type = StyleValues.Table,
        StyleId = Grid,
    };

    private static Style Paragraph(
        string id, string name, double size, bool bold = false, bool italic = false, JustificationValues? side = null, double before = 0,
        double after = 0, int line = 240, int firstLine = 0, int indent = 0, int hanging = 0, bool keep = false, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (keep) paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines
        {
            Before = WordSizes.Text((int)(before * 20)),
            After = WordSizes.Text((int)(after * 20)),
            Line = WordSizes.Text(line),
            LineRule = LineSpacingRuleValues.Auto,
        });
        if (firstLine > 0) paragraph.Append(new Indentation { FirstLine = WordSizes.Text(firstLine) });
        if (indent > 0) paragraph.Append(new Indentation { Left = WordSizes.Text(indent), Hanging = WordSizes.Text(hanging) });
        paragraph.Append(new Justification { Val = side ?? JustificationValues.Left });
        if (outline is { } level) paragraph.Append(new OutlineLevel { Val = level });
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold());
        if (italic) run.Append(new Italic());
        run.Append(new FontSize { Val = WordSizes.Half(size) }, new FontSizeComplexScript { Val = WordSizes.Half(size) });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };
    }
}

using System.IO.Compression;
using System.Text;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Spreadsheets;

namespace LearningCity.BuildingBlocks.Tests.Spreadsheets;

/// <summary>Workbooks of other programs, and files that are none.</summary>
internal sealed class SpreadsheetReaderTests
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private static int Tries => Environment.GetEnvironmentVariable("LEARNINGCITY_TEST_LONG") == "1" ? 20_000 : 400;

    [Test]
    public void Reads_what_other_programs_write()
    {
        using var file = Made($"""
            <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>46203</v></c><c r="D2"><f>1+1</f><v>2</v></c><c r="E2"><f>NOW()</f></c></row>
            <row><c t="s"><v>0</v></c><c><v>99.699999999999989</v></c><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c t="str"><f>A2</f><v>kết quả</v></c><c t="inlineStr"><is><r><t>hai </t></r><r><t>đoạn</t></r></is></c><c s="2"><v>0.5</v></c><c><v>1.5E-3</v></c></row>
            <row r="9"/>
            """);

        using var workbook = SpreadsheetReader.Open(file).Value;

        var rows = workbook.Rows("Sheet1").Value;
        rows.Select(row => row.Number).ShouldBe([2, 3]);
        rows[0][1].Text.ShouldBe("rich text");
        rows[0][3].Day.ShouldBe(new DateOnly(2026, 6, 30));
        rows[0][4].ShouldSatisfyAllConditions(cell => cell.Number.ShouldBe(2), cell => cell.IsFormula.ShouldBeTrue());
        rows[0][5].ShouldSatisfyAllConditions(cell => cell.Kind.ShouldBe(CellKind.Empty), cell => cell.IsFormula.ShouldBeTrue());
        rows[1].Cells.Select(cell => cell.Text).ShouldBe(["Phường 1", "99.7", "TRUE", "#DIV/0!", "kết quả", "hai đoạn", "0.5", "0.0015"]);
        rows[1].Cells.Select(cell => cell.Kind).ShouldBe([
            CellKind.Text, CellKind.Number, CellKind.Boolean, CellKind.Error, CellKind.Text, CellKind.Text, CellKind.Number, CellKind.Number]);
        workbook.Rows("Không có").Failures.Single().Code.ShouldBe("spreadsheets.no_such_sheet");
    }

    [TestCase("dd/mm/yyyy", ExpectedResult = true)]
    [TestCase("[h]:mm", ExpectedResult = true)]
    [TestCase("[$-42A]d mmmm", ExpectedResult = true)]
    [TestCase("#,##0 \"người\"", ExpectedResult = false)]
    [TestCase("[Red]0.0%", ExpectedResult = false)]
    [TestCase("0\\d", ExpectedResult = false)]
    [TestCase("General", ExpectedResult = false)]
    [TestCase("[", ExpectedResult = false)]
    public bool Knows_formats_of_dates(string format) => WorkbookXml.ShowsDate(format);

    [Test]
    public void Refuses_what_is_no_workbook_with_one_sentence_per_cause()
    {
        Refusal([]).ShouldBe("spreadsheets.empty");
        Refusal("họ tên;số"u8.ToArray()).ShouldBe("spreadsheets.not_a_workbook");
        Refusal(Zip(("a.txt", "x"))).ShouldBe("spreadsheets.not_a_workbook");
        Refusal(Zip(("[Content_Types].xml", "<Types"))).ShouldBe("spreadsheets.damaged");
        Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000]]).ShouldBe("spreadsheets.old_format");
        Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[65_520], .. Encoding.Unicode.GetBytes("EncryptedPackage")])
            .ShouldBe("spreadsheets.encrypted");
        Refusal(Made("").ToArray()[..300]).ShouldBe("spreadsheets.damaged");
        Refusal(Made("").ToArray(), new SpreadsheetLimits { FileBytes = 100 }).ShouldBe("spreadsheets.too_large");
        Refusal(Made("", kind: "application/vnd.ms-excel.sheet.macroEnabled.main+xml").ToArray()).ShouldBe("spreadsheets.not_a_workbook");
        SpreadsheetFailures.Encrypted.With().Message(Language.En).ShouldContain("password");
    }

    [Test]
    public void Refuses_bombs_by_what_they_unpack_to()
    {
        var bomb = Zip(("[Content_Types].xml", "<Types/>"), ("xl/big.xml", new string(' ', 5 << 20)));
        Refusal(bomb, new SpreadsheetLimits { PartBytes = 1 << 20 }).ShouldBe("spreadsheets.too_much_inside");
        Refusal(bomb, new SpreadsheetLimits { TotalBytes = 1 << 20 }).ShouldBe("spreadsheets.too_much_inside");
        Refusal(Zip([.. Enumerable.Range(0, 30).Select(number => ($"{number}.xml", "x"))]), new SpreadsheetLimits { Parts = 20 }).ShouldBe("spreadsheets.too_much_inside");

        using var wide = Made("<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 30)) + "</row>");
        using var workbook = SpreadsheetReader.Open(wide, new SpreadsheetLimits { CellsPerRow = 20 }).Value;
        workbook.Rows("Sheet1").Failures.Single().Code.ShouldBe("spreadsheets.too_many_cells");
    }

    [Test]
    public void Refuses_entities_and_counts_rows()
    {
        using var laughs = Made("<row><c t=\"inlineStr\"><is><t>&lol;</t></is></c></row>", "<!DOCTYPE x [<!ENTITY lol \"lol\">]>");
        using var first = SpreadsheetReader.Open(laughs).Value;
        first.Rows("Sheet1").Failures.Single().Code.ShouldBe("spreadsheets.damaged");

        using var longFile = Made(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 30)));
        using var second = SpreadsheetReader.Open(longFile, new SpreadsheetLimits { Rows = 20 }).Value;
        second.Rows("Sheet1").Failures.Single().Code.ShouldBe("spreadsheets.too_many_cells");
    }

    [Test]
    public void Damaged_workbooks_are_read_or_refused_but_never_break_the_reader()
    {
        using var whole = Made("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46203</v></c></row>");
        var random = new Random(20260630);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            using var file = new MemoryStream(attempt % 2 == 0 ? Flipped(whole.ToArray(), random) : WithChangedPart(whole.ToArray(), random));
            var opened = SpreadsheetReader.Open(file);
            if (opened.Succeeded)
            {
                using var workbook = opened.Value;
                foreach (var sheet in workbook.Sheets)
                {
                    workbook.Rows(sheet.Name);
                }
            }
        }
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private static byte[] WithChangedPart(byte[] bytes, Random random)
    {
        using var file = new MemoryStream();
        file.Write(bytes);
        using (var package = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = package.Entries[random.Next(package.Entries.Count)];
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            var text = copy.ToArray();
            var at = random.Next(text.Length);
            text = random.Next(3) switch
            {
                0 => Flipped(text, random),
                1 => [.. text[..at], .. text[Math.Min(text.Length, at + random.Next(20))..]],
                _ => [.. text[..at], .. Encoding.UTF8.GetBytes(Odd[random.Next(Odd.Length)]), .. text[at..]],
            };
            content.SetLength(0);
            content.Write(text);
        }

        return file.ToArray();
    }

    private static readonly string[] Odd = ["\"", "<", "/>", "-1", "99999999999", "ZZZZ1", "\u0000", "<row r=\"0\">", "t=\"s\"", "1e999"];

    private static string Refusal(byte[] bytes, SpreadsheetLimits? limits = null)
    {
        using var file = new MemoryStream(bytes);
        var opened = SpreadsheetReader.Open(file, limits);
        opened.Succeeded.ShouldBeFalse();
        return opened.Failures.Single().Code;
    }

    private static byte[] Zip(params (string Path, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in parts)
            {
                using var entry = package.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    private static MemoryStream Made(string rows, string before = "", string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml") => new(Zip(
        ("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
            """),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook {Main}><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""),
        ("xl/styles.xml", $"""<styleSheet {Main}><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;ngày&quot; 0.0"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"""),
        ("xl/sharedStrings.xml", $"""<sst {Main}><si><t>Phường 1</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">rich </t></r><r><t>text</t></r><rPh sb="0" eb="1"><t>bỏ</t></rPh></si></sst>"""),
        ("xl/worksheets/sheet1.xml", $"""{before}<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>""")));
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using LearningCity.BuildingBlocks.Documents;
using LearningCity.BuildingBlocks.Documents.Decree;
using LearningCity.BuildingBlocks.Documents.Word;

namespace LearningCity.BuildingBlocks.Tests.Documents;

internal sealed class WordWriterTests
{
    [Test]
    public void The_same_document_gives_the_same_bytes() => WordWriter.Write(SampleReport.Make()).ShouldBe(WordWriter.Write(SampleReport.Make()));

    [Test]
    public void Word_accepts_the_file_without_repair()
    {
        using var file = new MemoryStream(WordWriter.Write(SampleReport.Make()));
        using var package = WordprocessingDocument.Open(file, isEditable: false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(package)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        package.PackageProperties.Title.ShouldBe("Báo cáo sơ kết 6 tháng đầu năm 2026");
        package.PackageProperties.Language.ShouldBe("vi-VN");
    }

    [Test]
    public void What_is_written_is_by_the_decree()
    {
        using var file = new MemoryStream(WordWriter.Write(SampleReport.Make()));
        DecreeChecker.Check(file).Select(deviation => $"{deviation.Rule.Code} at {deviation.Place}: {deviation.Found}").ShouldBeEmpty();
    }

    [Test]
    public void The_head_of_a_table_is_repeated_and_no_row_is_split()
    {
        using var file = new MemoryStream(WordWriter.Write(SampleReport.Make()));
        using var package = WordprocessingDocument.Open(file, isEditable: false);
        var table = package.MainDocumentPart!.Document.Body!.Elements<Table>().Last();
        var rows = table.Elements<TableRow>().ToList();
        rows.ShouldAllBe(row => row.TableRowProperties!.Elements<CantSplit>().Any());
        rows[0].TableRowProperties!.Elements<TableHeader>().ShouldHaveSingleItem();
        rows[1].TableRowProperties!.Elements<TableHeader>().ShouldBeEmpty();
    }

    [Test]
    public void The_longest_names_still_stand_by_the_decree()
    {
        var sample = SampleReport.Make() with
        {
            Head = new(
                "Ủy ban nhân dân Phường Bình Hưng Hòa, Thành phố Hồ Chí Minh",
                "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Quận Bình Thạnh và Phú Nhuận", "BC-GDNNGDTX", "Phường Bình Hưng Hòa"),
            Subject = "Ngắn",
        };
        using var file = new MemoryStream(WordWriter.Write(sample));
        DecreeChecker.Check(file).Select(deviation => $"{deviation.Rule.Code}: {deviation.Found}").ShouldBeEmpty();
    }

    [Test]
    public void What_is_no_Word_file_is_refused()
    {
        using var file = new MemoryStream([1, 2, 3, 4]);
        Should.Throw<InvalidDataException>(() => DecreeChecker.Check(file));
    }

    [TestCase("Độc lập - Tự do - Hạnh phúc", 13, true, 160)]
    [TestCase("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true, 262)]
    public void Text_is_as_wide_as_the_face_draws_it(string text, double size, bool bold, double points) =>
        TimesMetrics.Width(text, size, bold).ShouldBe(points, points * 0.05);
}

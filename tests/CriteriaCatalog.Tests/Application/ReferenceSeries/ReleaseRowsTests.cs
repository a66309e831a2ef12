using System.Text;
using LearningCity.CriteriaCatalog.Application.ReferenceSeries;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.ReferenceSeries;

namespace LearningCity.CriteriaCatalog.Tests.Application.ReferenceSeries;

internal sealed class ReleaseRowsTests
{
    [TestCase("unitCode,date,ageGroup,sex,value\n26734,2025-07-01,15-60,female,1234.5\n", ReleaseFormat.Csv)]
    [TestCase("\uFEFFUNITCODE;Date;AgeGroup;Sex;Value\r\n\"26734\";2025-07-01;15-60;female;1234.5\r\n\r\n", ReleaseFormat.Csv)]
    [TestCase("""[{"unitCode":"26734","date":"2025-07-01","ageGroup":"15-60","sex":"female","value":1234.5}]""", ReleaseFormat.Json)]
    public void The_same_row_is_read_however_it_is_written(string text, ReleaseFormat format)
    {
        var rows = ReleaseRows.Read(Encoding.UTF8.GetBytes(text), format).Value;
        rows.Problems.ShouldBeEmpty();
        var (cell, value) = rows.Cells.ShouldHaveSingleItem();
        cell.ShouldBe(new SeriesCell(new DateOnly(2025, 7, 1), "26734", new AgeGroup(15, 60), PopulationSex.Female));
        value.ShouldBe(1234.5m);
    }

    [Test]
    public void Every_problem_is_named_by_row_and_field()
    {
        const string text = "unitCode,date,ageGroup,sex,value\n,2025-07-01,,,1\n1,01/07/2025,15_60,nữ,\"1.234,5\"\n2,2025-07-01,,,-1\n3,2025-07-01,,,5\n3,2025-07-01,0+,total,6\n";
        var rows = ReleaseRows.Read(Encoding.UTF8.GetBytes(text), ReleaseFormat.Csv).Value;
        rows.Problems.Select(problem => problem.Field).ShouldBe(
            ["rows[2].unitCode", "rows[3].date", "rows[3].ageGroup", "rows[3].sex", "rows[3].value", "rows[4].value", "rows[6].unitCode"]);
        rows.Cells.Count.ShouldBe(1);
    }

    [TestCase("", "criteria_catalog.series_no_rows", ReleaseFormat.Csv)]
    [TestCase("unitCode,date,value\n", "criteria_catalog.series_no_rows", ReleaseFormat.Csv)]
    [TestCase("unitCode,value\n1,2\n", "criteria_catalog.series_column_missing", ReleaseFormat.Csv)]
    [TestCase("[]", "criteria_catalog.series_no_rows", ReleaseFormat.Json)]
    [TestCase("{}", "platform.unreadable_body", ReleaseFormat.Json)]
    [TestCase("[1]", "platform.unreadable_body", ReleaseFormat.Json)]
    [TestCase("[{", "platform.unreadable_body", ReleaseFormat.Json)]
    public void What_holds_no_rows_is_refused(string text, string code, ReleaseFormat format) =>
        ReleaseRows.Read(Encoding.UTF8.GetBytes(text), format).Failures.ShouldHaveSingleItem().Code.ShouldBe(code);

    [TestCase("""[{"unitCode":{},"date":[],"ageGroup":true,"sex":1,"value":"x"}]""")]
    [TestCase("""[{"unitCode":"\ud83c","date":null,"ageGroup":"-","sex":"x","value":1e300}]""")]
    public void Odd_types_are_problems_of_their_fields(string text) =>
        ReleaseRows.Read(Encoding.UTF8.GetBytes(text), ReleaseFormat.Json).Value.Problems.Select(problem => problem.Field).ShouldContain("rows[1].value");
}

using LearningCity.BuildingBlocks;
using LearningCity.ReportingPeriods.Domain;

namespace LearningCity.ReportingPeriods.Tests.Domain;

internal sealed class LinkedCellsTests
{
    private static readonly Guid A = Ids.New();
    private static readonly Guid B = Ids.New();
    private static readonly Guid C = Ids.New();

    private static IEnumerable<(string Set, int Cells)> Left(IReadOnlyList<AnsweredCell> links, params (string Set, Guid[] Cells)[] owed)
    {
        var unit = Ids.New();
        return LinkedCells.TakeOut(
            [.. owed.Select(one => new PlannedObligation(unit, "ward", one.Set, Guid.Empty, one.Cells, unit))], links).Select(one => (one.SetCode, one.IndicatorIds.Count));
    }

    [Test]
    public void What_a_unit_reports_for_one_set_is_not_owed_for_another() =>
        Left([new(B, [A])], ("one", [A, C]), ("two", [B])).ShouldBe([("one", 2)]);

    [Test]
    public void A_unit_that_does_not_report_the_source_owes_the_target() =>
        Left([new(B, [A])], ("two", [B])).ShouldBe([("two", 1)]);

    [Test]
    public void A_formula_needs_all_of_its_sources() =>
        Left([new(B, [A, C])], ("one", [A]), ("two", [B])).ShouldBe([("one", 1), ("two", 1)]);

    [Test]
    public void Links_do_not_chain_and_two_that_point_at_each_other_leave_one() =>
        Left([new(B, [A]), new(C, [B]), new(A, [B])], ("one", [A]), ("two", [B]), ("three", [C])).ShouldBe([("one", 1), ("three", 1)]);
}

using LearningCity.BuildingBlocks;
using LearningCity.ReportingPeriods.Domain;

namespace LearningCity.ReportingPeriods.Tests.Domain;

internal sealed class LinkedCellsTests
{
    private static readonly Guid Source = Ids.New();
    private static readonly Guid Second = Ids.New();
    private static readonly Guid Target = Ids.New();
    private static readonly Guid Other = Ids.New();
    private static readonly Guid School = Ids.New();
    private static readonly Guid Ward = Ids.New();

    [Test]
    public void What_a_link_answers_is_not_owed_where_the_unit_owes_its_source()
    {
        var owed = LinkedCells.LeaveOut(
            [Owes(School, "a", Source), Owes(School, "b", Target, Other), Owes(Ward, "b", Target)], [new(Target, [Source])]);
        owed.Select(one => (one.UnitId, one.SetCode, Cells: one.IndicatorIds.Count)).ShouldBe([(School, "a", 1), (School, "b", 1), (Ward, "b", 1)]);
        owed[1].IndicatorIds.ShouldBe([Other]);
    }

    [Test]
    public void A_report_of_which_nothing_is_left_is_none() =>
        LinkedCells.LeaveOut([Owes(School, "a", Source), Owes(School, "b", Target)], [new(Target, [Source])])
            .ShouldHaveSingleItem().SetCode.ShouldBe("a");

    [Test]
    public void A_formula_answers_only_where_all_its_sources_are_owed()
    {
        var link = new WholeLink(Target, [Source, Second]);
        LinkedCells.LeaveOut([Owes(School, "a", Source), Owes(School, "b", Target)], [link]).Count.ShouldBe(2);
        LinkedCells.LeaveOut([Owes(School, "a", Source, Second), Owes(School, "b", Target)], [link]).Count.ShouldBe(1);
    }

    [Test]
    public void Of_two_cells_that_would_answer_each_other_one_is_reported()
    {
        var owed = LinkedCells.LeaveOut(
            [Owes(School, "a", Source), Owes(School, "b", Target)], [new(Target, [Source]), new(Source, [Target])]);
        owed.ShouldHaveSingleItem().IndicatorIds.ShouldBe([Target]);
    }

    [Test]
    public void What_answers_another_cell_stays_owed_itself()
    {
        WholeLink[] chain = [new(Target, [Source]), new(Other, [Target])];
        foreach (var order in (Guid[][])[[Source, Target, Other], [Other, Target, Source]])
        {
            var owed = LinkedCells.LeaveOut([Owes(School, "a", order)], chain).ShouldHaveSingleItem().IndicatorIds;
            foreach (var link in chain) (owed.Contains(link.TargetId) || link.SourceIds.All(owed.Contains)).ShouldBeTrue();
            owed.Count.ShouldBe(2);
        }
    }

    private static PlannedObligation Owes(Guid unit, string set, params Guid[] cells) => new(unit, "primary", set, Guid.Empty, cells, Guid.Empty);
}

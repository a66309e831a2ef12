using LearningCity.Analytics.Application.Figures;
using LearningCity.Analytics.Domain.Rollups;
using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Analytics.Tests.Application;

internal sealed class DerivedTests(string database) : TownTest(database)
{
    [Test]
    public async Task A_derived_figure_is_worked_out_anew_at_each_level_and_never_added()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10), Town.Share(4, 5));
        await ApproveAsync(period, Town.SchoolC, Town.Count(20), Town.Share(1, 5));
        await FoldAsync();
        (await FigureAsync(period, Town.SchoolA, "I05")).Value.ShouldBe(2.5m);
        (await FigureAsync(period, Town.WardTwo, "I05")).Value.ShouldBe(20m);
        var city = await FigureAsync(period, Town.City, "I05");
        (city.Value, city.State, city.Approved, city.Expected).ShouldBe((6m, FigureState.Value, 2, 6));

        // On another tree: both schools lie in wards of their own there too.
        var page = (await Send(new GetRollups(period.Code, Town.City, null, "I05", UnitRelation.LiesIn, Town.Reform, null, null))).Value;
        page.Items.ShouldHaveSingleItem().Value.ShouldBe(6m);

        var trace = (await Send(new GetTrace(city.TraceCode))).Value;
        trace.Formula.En.ShouldContain("[I01] / [I02.numerator]");
        trace.Inputs.Select(input => (input.Indicator, input.Value)).ShouldBe([("I01", 30m), ("I02", 50m)]);
        trace.Contributors.Select(part => part.Value).OfType<decimal>().ShouldBe([2.5m, 20m]);
    }

    [Test]
    public async Task A_division_by_zero_is_not_available_and_a_missing_input_not_reported()
    {
        var period = await OpenAsync();
        await ApproveAsync(period, Town.SchoolA, Town.Count(10), Town.Share(0, 5));
        await ApproveAsync(period, Town.WardTwo, Town.Count(3));
        await FoldAsync();
        (await FigureAsync(period, Town.City, "I05")).State.ShouldBe(FigureState.NotAvailable);
        (await FigureAsync(period, Town.WardTwo, "I05")).State.ShouldBe(FigureState.NotReported);
    }
}

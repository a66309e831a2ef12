using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.ReportingPeriods.Domain.Plans;

namespace LearningCity.ReportingPeriods.Tests.Domain;

internal sealed class PlanTargetsTests
{
    [TestCase(Direction.Higher, 97.9, 98, true)]
    [TestCase(Direction.Higher, 98, 98, false)]
    [TestCase(Direction.Lower, 2.1, 2, true)]
    [TestCase(Direction.Lower, 1.9, 2, false)]
    [TestCase(Direction.Neither, 1, 2, false)]
    public void A_units_own_target_never_asks_less_than_the_assigned_one(Direction direction, double own, double assigned, bool fallsShort) =>
        PlanTargets.FallsShort(direction, (decimal)own, (decimal)assigned).ShouldBe(fallsShort);
}

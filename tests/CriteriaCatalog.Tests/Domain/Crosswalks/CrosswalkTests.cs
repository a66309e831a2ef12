using LearningCity.BuildingBlocks;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Crosswalks;

internal sealed class CrosswalkTests
{
    private static readonly Guid An = Ids.New();
    private static readonly Guid Binh = Ids.New();
    private static readonly DateOnly From = new(2026, 1, 1);

    private static Crosswalk Proposed(DateOnly? to = null) => Crosswalk.Propose(
        new CatalogIndicator(Ids.New(), "city", "T1"), 1, [new CatalogIndicator(Ids.New(), "unesco", "S1")],
        new(CrosswalkKind.Equal, null, From, to, "Cùng định nghĩa"), An, Samples.Now);

    private static Crosswalk Approved()
    {
        var crosswalk = Proposed();
        crosswalk.Approve("", Binh, Samples.Now.AddDays(1)).Succeeded.ShouldBeTrue();
        return crosswalk;
    }

    [Test]
    public void It_takes_two_people() => Proposed().Approve("", An, Samples.Now).Failures.ShouldHaveSingleItem()
        .Definition.ShouldBe(CrosswalkFailures.NeedsSomebodyElse);

    [Test]
    public void A_proposal_holds_nothing_until_it_is_approved()
    {
        Proposed().HoldsOn(From, null).ShouldBeFalse();
        Approved().HoldsOn(From, null).ShouldBeTrue();
        Approved().HoldsOn(From.AddDays(-1), null).ShouldBeFalse();
    }

    [Test]
    public void Its_proposer_takes_it_back_and_others_turn_it_down()
    {
        var (mine, others) = (Proposed(), Proposed());
        mine.Refuse("Nhầm", An, Samples.Now).Succeeded.ShouldBeTrue();
        others.Refuse("Khác định nghĩa", Binh, Samples.Now).Succeeded.ShouldBeTrue();
        (mine.State, others.State).ShouldBe((CrosswalkState.Withdrawn, CrosswalkState.Refused));
        mine.Approve("", Binh, Samples.Now).Succeeded.ShouldBeFalse();
    }

    [Test]
    public void What_was_known_before_it_ended_stays_readable()
    {
        var crosswalk = Approved();
        var ended = Samples.Now.AddDays(10);
        crosswalk.End(From.AddDays(30), "Đổi định nghĩa", An, ended).Succeeded.ShouldBeTrue();

        crosswalk.HoldsOn(From.AddDays(31), null).ShouldBeFalse();
        crosswalk.HoldsOn(From.AddDays(31), ended.AddSeconds(-1)).ShouldBeTrue();
        crosswalk.HoldsOn(From.AddDays(31), Samples.Now).ShouldBeFalse("it was only proposed then");
        crosswalk.Steps.Select(step => step.State).ShouldBe([CrosswalkState.Proposed, CrosswalkState.Approved, CrosswalkState.Ended]);
    }

    [Test]
    public void One_that_never_should_have_held_holds_on_no_day()
    {
        var crosswalk = Approved();
        crosswalk.End(From.AddDays(-1), "Nhầm chỉ số", An, Samples.Now.AddDays(2)).Succeeded.ShouldBeTrue();
        crosswalk.HoldsOn(From, null).ShouldBeFalse();
    }

    [TestCase(-2)]
    [TestCase(30)]
    [TestCase(40)]
    public void A_last_day_only_moves_earlier(int days)
    {
        var crosswalk = Approved();
        crosswalk.End(From.AddDays(30), "Hết", An, Samples.Now.AddDays(2));
        crosswalk.End(From.AddDays(days), "Hết", An, Samples.Now.AddDays(3)).Failures.ShouldHaveSingleItem()
            .Definition.ShouldBe(CrosswalkFailures.LastDayOutside);
    }
}

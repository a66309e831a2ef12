using LearningCity.ReportingPeriods.Application;
using LearningCity.Testing;

namespace LearningCity.ReportingPeriods.Tests.Application;

internal sealed class ExtendObligationTests(string database) : TownTest(database)
{
    [Test]
    public async Task One_unit_alone_gets_a_later_day_and_is_told_once()
    {
        var period = await OpenAsync("2071-H1");
        var owed = (await ObligationsAsync(period)).Single(o => o.UnitId == Town.School);
        var later = owed.DueOn.AddDays(6);
        Require(await Send(new ExtendObligation(owed.Id, later, "Mưa lũ")));
        Require(await Send(new ExtendObligation(owed.Id, later, "Mưa lũ")));
        var now = await ObligationsAsync(period);
        now.Single(o => o.UnitId == Town.School).ExtendedTo.ShouldBe(later);
        now.Where(o => o.UnitId != Town.School).ShouldAllBe(o => o.ExtendedTo == null);
        (await NoticesAsync(period, Town.School)).ShouldBe(1);
    }

    [Test]
    public async Task An_extension_can_be_given_after_closing()
    {
        var period = await OpenAsync("2072-H1");
        At(period.ClosesOn.AddDays(1));
        Require(await Send(new ClosePeriod(period.Code)));
        var owed = (await ObligationsAsync(period))[0];
        Require(await Send(new ExtendObligation(owed.Id, period.ClosesOn.AddDays(10), "Bổ sung sau kiểm tra")));
        (await Send(new Contracts.GetObligation(owed.Id)))!.ExtendedTo.ShouldBe(period.ClosesOn.AddDays(10));
    }

    [Test]
    public async Task An_extension_needs_a_reason_a_later_day_and_no_day_of_the_past()
    {
        var period = await OpenAsync("2073-H1");
        var owed = (await ObligationsAsync(period))[0];
        (await Send(new ExtendObligation(owed.Id, owed.DueOn.AddDays(3), " "))).Failures.Single().Field.ShouldBe("reason");
        var earlier = await Send(new ExtendObligation(owed.Id, owed.DueOn, "Lý do"));
        earlier.Failures.Single().Code.ShouldBe("reporting_periods.extension_not_later");
        At(period.ClosesOn);
        var past = await Send(new ExtendObligation(owed.Id, owed.DueOn.AddDays(1), "Lý do"));
        past.Failures.Single().Code.ShouldBe("reporting_periods.extension_in_past");
        var unknown = await Send(new ExtendObligation(Guid.CreateVersion7(), owed.DueOn.AddDays(1), "Lý do"));
        unknown.Failures.Single().Code.ShouldBe("reporting_periods.unknown_obligation");
    }

    [Test]
    public async Task A_reader_may_not_extend()
    {
        var owed = (await ObligationsAsync(await OpenAsync("2074-H1")))[0];
        var reader = Callers.Everywhere(ReportingPeriodsPermissions.Read.Code);
        (await Send(new ExtendObligation(owed.Id, owed.DueOn.AddDays(3), "Lý do"), reader)).Failures.Single().Code
            .ShouldBe("platform.not_allowed");
    }

    [Test]
    public async Task Of_two_who_give_different_days_at_once_one_is_told_to_read_again_or_both_are_in_order()
    {
        var owed = (await ObligationsAsync(await OpenAsync("2075-H1")))[0];
        await using var second = await StartSecondHostAsync();
        var given = await Task.WhenAll(
            City.SendAsync(new ExtendObligation(owed.Id, owed.DueOn.AddDays(5), "Một")),
            second.SendAsync(new ExtendObligation(owed.Id, owed.DueOn.AddDays(9), "Hai")));
        given.ShouldContain(result => result.Succeeded);
        var extendedTo = (await Send(new Contracts.GetObligation(owed.Id)))!.ExtendedTo;
        extendedTo.ShouldBe(owed.DueOn.AddDays(given[1].Succeeded ? 9 : 5));
    }
}

using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.Submissions.Application;
using LearningCity.Submissions.Application.Review;
using LearningCity.Testing;

namespace LearningCity.Submissions.Tests.Application.Review;

internal sealed class ShareTests(string database) : OfficeTest(database)
{
    private Caller An { get; set; } = Caller.Anonymous;

    private Caller Binh { get; set; } = Caller.Anonymous;

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        City.Clock.Show(CityTime.At(new DateOnly(2026, 6, 30), new TimeOnly(9, 0)));
        An = await OfficerAsync();
        Binh = await OfficerAsync();
    }

    [Test]
    public async Task Shared_work_is_the_officers_own_and_while_they_are_absent_somebody_elses()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        (await Send(Share(Ids.New()), An)).Failures[0].Code.ShouldBe("submissions.not_a_reviewer");
        var share = Require(await Send(Share(An.Id), Reviewer));
        (await MineAsync(An)).ShouldContain(submission.Id);
        (await MineAsync(Binh)).ShouldNotContain(submission.Id);

        var today = new DateOnly(2026, 6, 30);
        (await Send(new DelegateReviews(Office.Ward, An.Id, Binh.Id, today, today.AddDays(-1), "Nghỉ phép"), Reviewer)).Failures[0].Code
            .ShouldBe("submissions.days_reversed");
        Require(await Send(new DelegateReviews(Office.Ward, An.Id, Binh.Id, today.AddDays(1), today.AddDays(3), "Nghỉ phép"), Reviewer));
        (await MineAsync(Binh)).ShouldNotContain(submission.Id);
        City.Clock.Show(CityTime.At(today.AddDays(3), new TimeOnly(9, 0)));
        (await MineAsync(Binh)).ShouldContain(submission.Id);
        City.Clock.Show(CityTime.At(today.AddDays(4), new TimeOnly(9, 0)));
        (await MineAsync(Binh)).ShouldNotContain(submission.Id);
        Require(await Send(new EndShare(share, "Xong kỳ"), Reviewer));
        (await MineAsync(An)).ShouldBeEmpty();
        (await Send(new EndShare(share, "Xong kỳ"), Reviewer)).Failures[0].Code.ShouldBe("submissions.share_ended");
    }

    [Test]
    public async Task Who_leaves_hands_over_everything_and_the_record_says_so()
    {
        var period = await OpenAsync();
        var submission = await SubmittedAsync(period);
        var share = Require(await Send(Share(An.Id), Reviewer));
        (await Send(new HandOverReviews(Office.Ward, Binh.Id, An.Id, "Chuyển công tác"), Reviewer)).Failures[0].Code
            .ShouldBe("submissions.nothing_to_hand_over");
        Require(await Send(new HandOverReviews(Office.Ward, An.Id, Binh.Id, "Chuyển công tác"), Reviewer)).ShouldBe(1);
        (await MineAsync(An)).ShouldBeEmpty();
        (await MineAsync(Binh)).ShouldContain(submission.Id);
        var view = Require(await Send(new ListShares(Office.Ward), Reviewer));
        view.Shares.First(item => item.Share.TakenOverFromId == share).Share.OfficerId.ShouldBe(Binh.Id);
        view.Shares.First(item => item.Share.Id == share).Share.EndReason.ShouldBe("Chuyển công tác");
        Require(await Send(new HandOverReviews(Office.Ward, Binh.Id, An.Id, "Trở lại"), Reviewer));
        Require(await Send(new EndShare(Require(await Send(new ListShares(Office.Ward), Reviewer)).Shares[0].Share.Id, "Hết kỳ"), Reviewer));
    }

    [Test]
    public async Task Another_body_has_no_say()
    {
        var department = Callers.Of(Office.Department, "submissions.read", "submissions.review");
        (await Send(new ListShares(Office.Ward), department)).Failures[0].Code.ShouldBe("platform.not_allowed");
        (await Send(Share(An.Id), department)).Failures[0].Code.ShouldBe("platform.not_allowed");
    }

    private ShareReviews Share(Guid officer) => new(Office.Ward, officer, null, [Office.School], "Khối 1", null, null);

    private async Task<IReadOnlyList<Guid>> MineAsync(Caller caller) =>
        [.. Require(await Send(new ListReviews(InboxFilter.All, 1, InboxOwner.Mine), caller)).Rows.Select(row => row.Submission.Id)];

    private async Task<Caller> OfficerAsync()
    {
        var (id, _) = await City.PersonWithAsync("reviewer", Office.Ward);
        return new Caller(
            id, CallerKind.Person, "Cán bộ", Office.Ward,
            [new Grant("submissions.read", Office.Ward), new Grant("submissions.review", Office.Ward)]);
    }
}

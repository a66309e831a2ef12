using LearningCity.BuildingBlocks;
using LearningCity.Submissions.Domain.Difficulties;

namespace LearningCity.Submissions.Tests.Domain;

internal sealed class DifficultyTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 2, 0, 0, TimeSpan.Zero);
    private readonly Guid _school = Ids.New();
    private readonly Guid _ward = Ids.New();
    private readonly Guid _department = Ids.New();
    private readonly Guid _somebody = Ids.New();

    [Test]
    public void Every_step_of_a_life_is_kept_in_order()
    {
        var difficulty = Raised();
        difficulty.Forward(_somebody, Now, "Vượt thẩm quyền", _department).Value.ToUnitId.ShouldBe(_department);
        difficulty.HolderUnitId.ShouldBe(_department);
        difficulty.PutToMeeting(_somebody, Now, "Xin ý kiến", Ids.New()).Value.UnitId.ShouldBe(_department);
        difficulty.Answer(_somebody, Now, "Đã bố trí kinh phí").Value.Number.ShouldBe(4);
        difficulty.IsOpen.ShouldBeFalse();
        difficulty.Reopen(_somebody, Now, "Chưa nhận được").Value.UnitId.ShouldBe(_school);
        (difficulty.State, difficulty.HolderUnitId).ShouldBe((DifficultyState.Reopened, _department));
        difficulty.Settle(_department, _somebody, Now, "Đã cấp").Succeeded.ShouldBeTrue();
        (difficulty.State, difficulty.Steps).ShouldBe((DifficultyState.Settled, 6));
    }

    [Test]
    public void What_is_answered_is_not_answered_again_until_it_is_reopened()
    {
        var difficulty = Raised();
        difficulty.Reopen(_somebody, Now, "?").Failures.Single().Code.ShouldBe("submissions.difficulty_still_open");
        difficulty.Answer(_somebody, Now, "Có").Succeeded.ShouldBeTrue();
        difficulty.Answer(_somebody, Now, "Có").Failures.Single().Code.ShouldBe("submissions.difficulty_not_open");
        difficulty.Forward(_somebody, Now, "Lên", _department).Failures.Single().Code.ShouldBe("submissions.difficulty_not_open");
        difficulty.Settle(_school, _somebody, Now, "Xong").Succeeded.ShouldBeTrue();
        difficulty.Settle(_ward, _somebody, Now, "Xong").Failures.Single().Code.ShouldBe("submissions.difficulty_settled");
    }

    private Difficulty Raised()
    {
        var difficulty = new Difficulty
        {
            Id = Ids.New(),
            UnitId = _school,
            UnitCode = "T1",
            Number = 1,
            Kind = DifficultyKind.Difficulty,
            Text = "Thiếu máy tính",
            RaisedAt = Now,
            RaisedOn = new DateOnly(2026, 6, 1),
            HolderUnitId = _ward,
            HeldSince = Now,
        };
        difficulty.Raise(_somebody).Number.ShouldBe(1);
        return difficulty;
    }
}

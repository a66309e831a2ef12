using LearningCity.Testing;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Application.Records;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Tests.Application.Records;

/// <summary>What hangs on units, by date: each test takes wards of its own.</summary>
internal sealed class UnitRecordsTests(string database) : CityTest(database)
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly DateOnly Eve = new(2026, 2, 28);

    [Test]
    public async Task An_identifier_is_known_by_scheme_and_day_and_may_pass_to_another_unit()
    {
        var (first, second) = await WardsAsync("25750", "25760");
        (await Send(new SetIdentifier(first.Id, "moet_school", "79000601", new DateOnly(2025, 9, 1)))).Succeeded.ShouldBeTrue();

        (await Send(new SetIdentifier(second.Id, "moet_school", "79000601", Day))).Failures.ShouldHaveSingleItem().Code.ShouldBe("unit_registry.code_taken");
        (await Send(new SetIdentifier(first.Id, "moet_school", null, Day))).Succeeded.ShouldBeTrue();
        (await Send(new SetIdentifier(second.Id, "moet_school", "79000601", Day))).Succeeded.ShouldBeTrue();

        (await Send(new FindByIdentifier("moet_school", "79000601", Eve))).Value.Id.ShouldBe(first.Id);
        (await Send(new FindByIdentifier("moet_school", "79000601", Day))).Value.Id.ShouldBe(second.Id);
        (await Send(new ListIdentifiers(first.Id, Eve))).Value.Select(code => code.Scheme).ShouldBe(["moet_school", "registry"]);
        (await Send(new SetIdentifier(first.Id, "registry", "1", Day))).Succeeded.ShouldBeFalse("the own code changes by a decision");
    }

    [Test]
    public async Task A_focal_point_is_followed_by_another_and_its_personal_data_is_erased()
    {
        var (ward, _) = await WardsAsync("25768", "25771");
        var first = await Send(new NameFocalPoint(ward.Id, FocalPointRank.Principal, "Nguyễn Thị Hòa", "Phó Chủ tịch", "hoa@phuong.test", "028 1", Eve));
        await Send(new NameFocalPoint(ward.Id, FocalPointRank.Deputy, "Trần Văn Ba", "Công chức", null, null, Eve));
        await Send(new NameFocalPoint(ward.Id, FocalPointRank.Principal, "Lê Thị Tư", "Chủ tịch", null, null, Day));

        (await Send(new ListFocalPoints(ward.Id, Eve))).Value.Select(point => point.Name).ShouldBe(["Nguyễn Thị Hòa", "Trần Văn Ba"]);
        (await Send(new ListFocalPoints(ward.Id, Day))).Value.Select(point => point.Name).ShouldBe(["Lê Thị Tư", "Trần Văn Ba"]);

        (await Send(new EraseFocalPoint(first.Value))).Succeeded.ShouldBeTrue();

        var erased = (await Send(new ListFocalPoints(ward.Id, Eve))).Value[0];
        (erased.Name, erased.Email, erased.Phone, erased.Duty, erased.IsErased).ShouldBe(("", null, null, "Phó Chủ tịch", true));
    }

    [Test]
    public async Task A_recognition_is_withdrawn_by_a_further_record()
    {
        var (ward, other) = await WardsAsync("25777", "25780");
        RecordRecognition Of(Guid unitId) => new(unitId, "Đơn vị học tập", "Mức độ 2", "12/QĐ-UBND", new DateOnly(2026, 1, 5), "UBND Thành phố", null, null);
        var id = (await Send(new RecordRecognition(ward.Id, "Đơn vị học tập", "Mức độ 2", "12/QĐ-UBND", new DateOnly(2026, 1, 5), "UBND Thành phố", null, null))).Value;
        (await Send(Of(ward.Id))).Failures.Single().Code.ShouldBe("unit_registry.recognition_exists");
        (await Send(Of(other.Id), Callers.Of(ward.Id, UnitRegistryPermissions.KeepCode))).Failures.Single().Code.ShouldBe("platform.not_allowed");

        (await Send(new WithdrawRecognition(id, "20/QĐ-UBND", Day, null, "Không còn đạt"))).Succeeded.ShouldBeTrue();

        (await Send(new WithdrawRecognition(id, "21/QĐ-UBND", Day, null, "Lần nữa"))).Failures.Single().Code.ShouldBe("unit_registry.already_withdrawn");
        (await Send(new ListRecognitions(ward.Id, Eve))).Value.Single().Holds.ShouldBeTrue();
        (await Send(new FindRecognizedUnits(Eve, "đơn vị học tập", "1"))).ShouldContain(ward.Id);
        (await Send(new FindRecognizedUnits(Eve, "Đơn vị học tập", "Mức độ 3"))).ShouldNotContain(ward.Id);
        (await Send(new FindRecognizedUnits(Day, "Đơn vị học tập", null))).ShouldNotContain(ward.Id);
        var after = (await Send(new ListRecognitions(ward.Id, Day))).Value.Single();
        (after.Holds, after.LastDay, after.Withdrawal!.DecisionNumber).ShouldBe((false, Eve, "20/QĐ-UBND"));
    }

    [Test]
    public async Task A_unit_is_in_one_group_of_a_kind_on_a_day()
    {
        var (first, second) = await WardsAsync("25792", "25807");
        var one = (await Send(new CreateGroup("professional_cluster", "C1", "Cụm 1", "Cluster 1", new DateOnly(2025, 9, 1)))).Value;
        var two = (await Send(new CreateGroup("professional_cluster", "C2", "Cụm 2", "Cluster 2", new DateOnly(2025, 9, 1)))).Value;
        (await Send(new SetGroupMembers(one, 1, new DateOnly(2025, 9, 1), [first.Id, second.Id]))).Succeeded.ShouldBeTrue();

        (await Send(new SetGroupMembers(two, 1, Day, [second.Id]))).Failures.Single().Code.ShouldBe("unit_registry.in_other_group");
        (await Send(new SetGroupMembers(one, 1, Day, [first.Id]))).Failures.Single().Code.ShouldBe("platform.stale");
        (await Send(new SetGroupMembers(one, 2, Day, [first.Id]))).Succeeded.ShouldBeTrue();
        (await Send(new SetGroupMembers(two, 1, Day, [second.Id]))).Succeeded.ShouldBeTrue();

        (await Send(new ReadGroup(one, Eve))).Value.Units.Count.ShouldBe(2);
        (await Send(new ListGroups(Day, "professional_cluster", second.Id))).Value.Single().Id.ShouldBe(two);
    }

    [Test]
    public async Task A_committee_has_its_seats_and_ends_by_a_further_record()
    {
        var (ward, _) = await WardsAsync("25813", "25846");
        var committee = (await Send(new RecordCommittees([new NewCommittee(
            ward.Id, "30/QĐ-UBND", new DateOnly(2026, 1, 5), null, null, null, null,
            [new(SeatRole.Head, "Chủ tịch UBND"), new(SeatRole.StandingDeputy, "Phó Chủ tịch UBND"), new(SeatRole.Member, "Trưởng Công an"), new(SeatRole.SupportTeam, "Chuyên viên")])])))
            .Value.Single();

        (await Send(new EndCommittee(committee, Eve))).Succeeded.ShouldBeTrue();

        var shown = (await Send(new ListCommitteesOfUnit(ward.Id, Eve))).Value.ShouldHaveSingleItem();
        (shown.InForce, shown.Committee.HeadOffice, shown.Committee.MemberCount, shown.Seats.Count).ShouldBe((true, "Chủ tịch UBND", 3, 4));
        (await Send(new ListCommitteesOfUnit(ward.Id, Day))).Value.Single().InForce.ShouldBeFalse();
        (await City.UseAsync<IUnitRegistryDb, int>(db => db.Committees.CountAsync(row => row.UnitId == ward.Id))).ShouldBe(2, "the earlier record stays");
        (await Send(new RecordCommittees([new NewCommittee(
            ward.Id, "31/QĐ-UBND", Day, null, null, null, null, [new(SeatRole.Head, "Một"), new(SeatRole.Head, "Hai")])]))).Succeeded.ShouldBeFalse();
    }

    [Test]
    public async Task Whoever_takes_over_has_the_ended_unit_in_scope_until_somebody_else_does()
    {
        var (ended, taker) = await WardsAsync("25819", "25822");
        var (next, _) = await WardsAsync("25840", "25843");
        (await Send(new HandOverObligations(ended.Id, taker.Id, null))).Failures.Single().Code.ShouldBe("unit_registry.not_ended");
        var closed = await Send(new EnterReorganisation(
            new ReorganisationRequest(ReorganisationKind.Close, "40/NQ", Day, Day, null, null, null, null, [ended.Id], null), Preview: false));
        closed.Succeeded.ShouldBeTrue();

        (await Send(new HandOverObligations(ended.Id, taker.Id, "bàn giao"))).Succeeded.ShouldBeTrue();
        (await AboveAsync(ended.Id)).ShouldContain(taker.Id);
        (await Send(new ReadHandOver(ended.Id))).Value.TakenOverBy!.Id.ShouldBe(taker.Id);

        (await Send(new HandOverObligations(ended.Id, next.Id, null))).Succeeded.ShouldBeTrue();
        var above = await AboveAsync(ended.Id);
        above.ShouldContain(next.Id);
        above.ShouldNotContain(taker.Id);
        (await Send(new GetTree(Day, BuildingBlocks.Contracts.UnitRelation.ReportsTo))).ShouldNotContain(unit => unit.Id == ended.Id, "it is in nobody's tree");
    }

    private async Task<List<Guid>> AboveAsync(Guid unitId) =>
        [.. (await Send(new GetUnitClosure([unitId]))).Where(row => row.ValidFrom <= Day && (row.ValidTo is null || row.ValidTo >= Day)).Select(row => row.AncestorId)];

    private async Task<(UnitSummary First, UnitSummary Second)> WardsAsync(string first, string second)
    {
        var units = await Send(new FindUnitsByCode([first, second], Eve));
        return (units.Single(unit => unit.Code == first), units.Single(unit => unit.Code == second));
    }
}

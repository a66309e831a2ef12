using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Tests.Application;

/// <summary>Reorganisations through the database, over the built-in registry; each test takes wards of its own.</summary>
internal sealed class ReorganiseTests(string database) : CityTest(database)
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly DateOnly Eve = new(2026, 2, 28);

    [Test]
    public async Task A_preview_tells_the_effects_and_changes_nothing()
    {
        var (first, second) = await WardsAsync("25750", "25760");
        var request = Merger(first, second, "Phường Xem trước", "99001");

        var preview = (await Send(new EnterReorganisation(request, Preview: true))).Value;

        preview.ReorganisationId.ShouldBeNull();
        preview.Effects.Closed.ShouldBe([first.Id, second.Id], ignoreOrder: true);
        preview.Names[preview.Effects.Founded.Single()].Vi.ShouldBe("Phường Xem trước");
        (await Send(new FindUnitsByCode(["99001"], Day))).ShouldBeEmpty();
        (await Send(new GetUnits([first.Id], Day))).Single().ValidTo.ShouldBeNull();
    }

    [Test]
    public async Task A_merger_makes_a_unit_with_lineage_scope_and_history()
    {
        var (first, second) = await WardsAsync("25768", "25771");

        var outcome = (await Send(new EnterReorganisation(Merger(first, second, "Phường Hòa Hợp", "99002"), Preview: false))).Value;

        var ward = (await Send(new FindUnitsByCode(["99002"], Day))).ShouldHaveSingleItem();
        ward.Id.ShouldBe(outcome.Effects.Founded.Single());
        (await Send(new GetUnits([first.Id], Day))).Single().ValidTo.ShouldBe(Eve);
        (await Send(new GetLineage(Eve, Day))).ShouldContain(new LineageLink(first.Id, ward.Id, TransferExtent.Whole, 1));
        var closure = await Send(new GetUnitClosure([ward.Id, first.Id]));
        closure.ShouldContain(new UnitClosure(ward.Id, ward.ReportsToId!.Value, UnitRelation.ReportsTo, 1, Day, null));
        closure.ShouldContain(new UnitClosure(first.Id, first.ReportsToId!.Value, UnitRelation.ReportsTo, 1, new DateOnly(2025, 7, 1), Eve));
        var history = (await Send(new ListReorganisations(first.Id, null, null))).Value;
        history.Items[0].Transfers.Count.ShouldBe(2);
    }

    [Test]
    public async Task Others_are_told_of_every_unit_whose_place_changed()
    {
        var (ward, other) = await WardsAsync("25777", "25780");
        var school = Land("Trường thử", "DEMO-THU-1", UnitType.Primary, ward.Id);
        (await Send(new RegisterUnits([school]))).Succeeded.ShouldBeTrue();
        await City.DeliverEventsAsync();

        await Send(new EnterReorganisation(Merger(ward, other, "Phường Báo tin", "99003"), Preview: false));

        var place = (await Send(new GetUnits([school.Id], Day))).Single();
        place.LiesInId.ShouldBe((await Send(new FindUnitsByCode(["99003"], Day))).Single().Id);
        (await Send(new GetUnits([school.Id], Eve))).Single().LiesInId.ShouldBe(ward.Id);
        (await City.DeliverEventsAsync()).ShouldBeGreaterThan(0);
    }

    [Test]
    public async Task A_code_in_use_is_refused_with_its_field()
    {
        var (first, second) = await WardsAsync("25792", "25807");

        var refused = await Send(new EnterReorganisation(Merger(first, second, "Phường Trùng mã", "26732"), Preview: false));

        refused.Failures.ShouldHaveSingleItem().Code.ShouldBe("unit_registry.code_taken");
        (await Send(new GetUnits([first.Id], Day))).Single().ValidTo.ShouldBeNull();
    }

    [Test]
    public async Task A_unit_that_would_be_above_itself_is_refused()
    {
        var (ward, _) = await WardsAsync("25813", "25846");
        var request = new ReorganisationRequest(
            ReorganisationKind.Move, "5/QĐ", Day, Day, null, null, null,
            [new UnitChangeRequest(ward.LiesInId!.Value, null, null, null, ward.Id, null)], null, null);

        (await Send(new EnterReorganisation(request, Preview: true))).Failures.ShouldHaveSingleItem().Code.ShouldBe("unit_registry.cycle");
    }

    [Test]
    public async Task A_mistaken_renaming_is_corrected_by_a_further_record()
    {
        var (ward, _) = await WardsAsync("25819", "25822");
        ReorganisationRequest Rename(string name, Guid? corrects) => new(
            ReorganisationKind.Rename, "6/QĐ", Day, Day, null, null, null,
            [new UnitChangeRequest(ward.Id, null, new LocalText(name, name), null, null, null)], null, corrects);

        var mistaken = (await Send(new EnterReorganisation(Rename("Phường Viết nhầm", null), Preview: false))).Value;
        await Send(new EnterReorganisation(Rename("Phường Viết đúng", mistaken.ReorganisationId), Preview: false));

        (await Send(new GetUnits([ward.Id], Day))).Single().Name.Vi.ShouldBe("Phường Viết đúng");
        var names = await City.UseAsync<IUnitRegistryDb, List<UnitName>>(db => db.Names.AsNoTracking().Where(name => name.UnitId == ward.Id).ToListAsync());
        names.ShouldContain(name => name.Vi == "Phường Viết nhầm" && name.SupersededAt != null);
    }

    [Test]
    public async Task Only_who_keeps_the_whole_registry_may_reorganise()
    {
        var (first, second) = await WardsAsync("25849", "25858");
        var request = Merger(first, second, "Phường Không quyền", "99009");

        (await Send(new EnterReorganisation(request, false), Callers.Of(first.Id, UnitRegistryPermissions.KeepCode)))
            .Failures.ShouldHaveSingleItem().ShouldBe(PlatformFailures.NotAllowed.ToFailure(), "a ward keeps itself alone");
        (await Send(new EnterReorganisation(request, true), Callers.Everywhere(UnitRegistryPermissions.KeepCode))).Succeeded.ShouldBeTrue();
    }

    [Test]
    public async Task A_ward_records_its_own_committee_and_nobody_elses()
    {
        var (own, other) = await WardsAsync("25840", "25843");
        var keeper = Callers.Of(own.Id, UnitRegistryPermissions.KeepCode);
        NewCommittee Committee(Guid unitId, string number) => new(unitId, number, Day, null, null, "Chủ tịch Ủy ban nhân dân", 12);

        (await Send(new RecordCommittees([Committee(own.Id, "9/QĐ-UBND")]), keeper)).Succeeded.ShouldBeTrue();
        (await Send(new RecordCommittees([Committee(other.Id, "9/QĐ-UBND")]), keeper)).Failures.Single().Code.ShouldBe("platform.not_allowed");
        (await Send(new RecordCommittees([Committee(own.Id, "9/QĐ-UBND")]), keeper)).Failures.Single().Code.ShouldBe("unit_registry.committee_exists");
        (await Send(new RecordCommittees([Committee(own.Id, "8/QĐ-UBND") with { DecidedOn = new DateOnly(2024, 1, 1) }]), keeper))
            .Failures.Single().Field.ShouldBe("committees[0].validFrom");
    }

    private static NewUnit Land(string name, string code, UnitType type, Guid parent) => new(
        Ids.New(), code, new LocalText(name, name), type, new DateOnly(2025, 9, 1), null,
        [new NewPlace(UnitRelation.LiesIn, parent, new DateOnly(2025, 9, 1), null), new NewPlace(UnitRelation.ReportsTo, parent, new DateOnly(2025, 9, 1), null)]);

    private static ReorganisationRequest Merger(UnitSummary first, UnitSummary second, string name, string code) => new(
        ReorganisationKind.Merge, "1/NQ-HĐND", Day, Day, "thử",
        [new NewUnitRequest("new", code, new LocalText(name, name), UnitType.Ward, first.LiesInId, first.ReportsToId)],
        [
            new TransferRequest(first.Id, null, "new", TransferExtent.Whole, null, null),
            new TransferRequest(second.Id, null, "new", TransferExtent.Whole, null, null),
        ],
        null, null, null);

    private async Task<(UnitSummary First, UnitSummary Second)> WardsAsync(string first, string second)
    {
        var units = await Send(new FindUnitsByCode([first, second], Eve));
        return (units.Single(unit => unit.Code == first), units.Single(unit => unit.Code == second));
    }
}

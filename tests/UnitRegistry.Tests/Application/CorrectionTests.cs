using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Tests.Application;

/// <summary>A mistaken record is corrected by a further one that cites it, and is never erased.</summary>
internal sealed class CorrectionTests(string database) : CityTest(database)
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly DateOnly Eve = new(2026, 2, 28);

    [Test]
    public async Task A_mistaken_merger_is_annulled_and_its_units_go_on_as_if_it_had_never_been()
    {
        var (first, second) = await WardsAsync("25750", "25760");
        var before = await Send(new GetUnitClosure([first.Id]));
        var mistaken = (await Send(new EnterReorganisation(Merger(first, second, "99101"), Preview: false))).Value;

        var annulled = (await Send(new EnterReorganisation(Annul(mistaken.ReorganisationId!.Value), Preview: false))).Value;

        annulled.Effects.TakenBack.ShouldContain(first.Id);
        (await Send(new FindUnitsByCode(["99101"], Day))).ShouldBeEmpty();
        (await Send(new GetUnits([first.Id, second.Id], Day))).ShouldAllBe(unit => unit.ValidTo == null);
        (await Send(new FindUnitsByCode(["25750"], Day))).Single().Id.ShouldBe(first.Id);
        (await Send(new GetUnitClosure([first.Id]))).ShouldBe(before, ignoreOrder: true);
        (await Send(new GetLineage(Eve, Day))).Single(link => link.FromUnitId == first.Id).ShouldBe(new LineageLink(first.Id, first.Id, TransferExtent.Unchanged, 1));
        var records = await City.UseAsync<IUnitRegistryDb, List<Reorganisation>>(db => db.Reorganisations.AsNoTracking()
            .Where(row => row.Id == mistaken.ReorganisationId || row.Id == annulled.ReorganisationId).ToListAsync());
        records.Count.ShouldBe(2);
        records.Single(row => row.Id == mistaken.ReorganisationId).CorrectedById.ShouldBe(annulled.ReorganisationId);
    }

    [Test]
    public async Task A_merger_with_the_wrong_partner_is_corrected_in_one_record()
    {
        var (first, wrong) = await WardsAsync("25768", "25771");
        var (right, _) = await WardsAsync("25777", "25780");
        var mistaken = (await Send(new EnterReorganisation(Merger(first, wrong, "99102"), Preview: false))).Value;

        var corrected = await Send(new EnterReorganisation(Merger(first, right, "99103") with { CorrectsId = mistaken.ReorganisationId }, Preview: false));

        corrected.Succeeded.ShouldBeTrue();
        (await Send(new GetUnits([wrong.Id], Day))).Single().ValidTo.ShouldBeNull();
        (await Send(new GetUnits([right.Id], Day))).Single().ValidTo.ShouldBe(Eve);
        (await Send(new FindUnitsByCode(["99102"], Day))).ShouldBeEmpty();
        var ward = (await Send(new FindUnitsByCode(["99103"], Day))).Single();
        (await Send(new GetLineage(Day, Eve))).Where(link => link.FromUnitId == ward.Id).Select(link => link.ToUnitId).ShouldBe([first.Id, right.Id], ignoreOrder: true);
    }

    [Test]
    public async Task A_record_that_others_build_on_is_not_corrected_before_them()
    {
        var (first, second) = await WardsAsync("25792", "25807");
        var earlier = (await Send(new EnterReorganisation(Merger(first, second, "99104"), Preview: false))).Value;
        City.Clock.Advance(TimeSpan.FromMinutes(1));
        var renamed = (await Send(new EnterReorganisation(
            new ReorganisationRequest(
                ReorganisationKind.Rename, "2/NQ-HĐND", Day, Day.AddDays(5), null, null, null,
                [new UnitChangeRequest(earlier.Effects.Founded.Single(), null, new LocalText("Phường Dựng Sau", "Dung Sau Ward"), null, null, null)], null, null),
            Preview: false))).Value;

        var refused = await Send(new EnterReorganisation(Annul(earlier.ReorganisationId!.Value), Preview: false));
        refused.Failures.ShouldHaveSingleItem().Code.ShouldBe("unit_registry.built_upon");

        (await Send(new EnterReorganisation(Annul(renamed.ReorganisationId!.Value), Preview: false))).Succeeded.ShouldBeTrue();
        (await Send(new EnterReorganisation(Annul(earlier.ReorganisationId!.Value), Preview: false))).Succeeded.ShouldBeTrue();
        (await Send(new EnterReorganisation(Annul(earlier.ReorganisationId!.Value), Preview: false)))
            .Failures.ShouldHaveSingleItem().Code.ShouldBe("unit_registry.already_corrected");
    }

    [Test]
    public async Task A_correction_that_was_wrong_itself_is_corrected_without_reviving_the_first_mistake()
    {
        var (ward, _) = await WardsAsync("25813", "25846");
        ReorganisationRequest Rename(string name, Guid? corrects) => new(
            ReorganisationKind.Rename, "3/QĐ", Day, Day, null, null, null,
            [new UnitChangeRequest(ward.Id, null, new LocalText(name, name), null, null, null)], null, corrects);
        var first = (await Send(new EnterReorganisation(Rename("Phường Nhầm Một", null), Preview: false))).Value;
        City.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await Send(new EnterReorganisation(Rename("Phường Nhầm Hai", first.ReorganisationId), Preview: false))).Value;
        City.Clock.Advance(TimeSpan.FromMinutes(1));

        (await Send(new EnterReorganisation(Annul(second.ReorganisationId!.Value), Preview: false))).Succeeded.ShouldBeTrue();

        (await Send(new GetUnits([ward.Id], Day))).Single().Name.ShouldBe(ward.Name);
    }

    [Test]
    public async Task A_preview_of_a_correction_changes_nothing()
    {
        var (first, second) = await WardsAsync("25819", "25822");
        var mistaken = (await Send(new EnterReorganisation(Merger(first, second, "99105"), Preview: false))).Value;

        (await Send(new EnterReorganisation(Annul(mistaken.ReorganisationId!.Value), Preview: true))).Value.Effects.TakenBack.Count.ShouldBe(3);

        (await Send(new GetUnits([first.Id], Day))).Single().ValidTo.ShouldBe(Eve);
        (await Send(new FindUnitsByCode(["99105"], Day))).ShouldHaveSingleItem();
    }

    private static ReorganisationRequest Annul(Guid id) =>
        new(ReorganisationKind.Annul, "0/QĐ-SỬA", Day, Day, "ghi nhầm", null, null, null, null, id);

    private static ReorganisationRequest Merger(UnitSummary first, UnitSummary second, string code) => new(
        ReorganisationKind.Merge, "1/NQ-HĐND", Day, Day, "thử",
        [new NewUnitRequest("new", code, new LocalText("Phường Gộp " + code, "Gop Ward"), UnitType.Ward, first.LiesInId, first.ReportsToId)],
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

using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Application;
using LearningCity.UnitRegistry.Application.Directory;
using LearningCity.UnitRegistry.Application.Drafts;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Application.Records;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Tests.Application;

/// <summary>Several people, and several hosts, at work on one registry.</summary>
internal sealed class ChangesAtOnceTests(string database) : CityTest(database)
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Test]
    public async Task Of_two_changes_at_once_the_second_is_refused_although_nothing_of_its_own_units_changed()
    {
        var (first, second) = await WardsAsync("25750", "25760");

        var late = await City.UseAsync<Registrar, Result>(async registrar =>
        {
            // It has read the registry; another change comes before it saves. What it was checked against holds no more.
            var book = await registrar.OpenAsync([first.Id], [], Day, CancellationToken.None);
            (await Send(new SetIdentifier(second.Id, "moet_school", "79000702", Day))).Succeeded.ShouldBeTrue();
            book.Find(first.Id)!.Recode("79000701", Day, registrar.Record(), "moet_school");
            return await registrar.SaveAsync(
                book, [first.Id], Day, new AuditEntry("unit_registry.identifier_set", "unit", first.Id.ToString(), first.Id), CancellationToken.None);
        });

        late.Failures.ShouldHaveSingleItem().Code.ShouldBe("platform.stale");
        (await Send(new FindByIdentifier("moet_school", "79000701", Day))).Succeeded.ShouldBeFalse("nothing of it was saved");
        (await Send(new FindByIdentifier("moet_school", "79000702", Day))).Value.Id.ShouldBe(second.Id);
    }

    [Test]
    public async Task A_search_on_another_host_finds_what_was_changed_a_moment_ago()
    {
        var (ward, _) = await WardsAsync("25768", "25771");
        using var elsewhere = new UnitDirectory();
        (await NamesAsync(elsewhere, "doi moi")).ShouldBeEmpty();

        var renamed = await Send(new EnterReorganisation(Renaming(ward.Id, "Phường Đổi Mới"), Preview: false));
        renamed.Succeeded.ShouldBeTrue();
        (await NamesAsync(elsewhere, "doi moi")).ShouldBe(["Phường Đổi Mới"]);

        await Send(new EnterReorganisation(
            Renaming(ward.Id, "") with { Kind = ReorganisationKind.Annul, Changes = null, CorrectsId = renamed.Value.ReorganisationId }, Preview: false));
        (await NamesAsync(elsewhere, "doi moi")).ShouldBeEmpty();
        (await NamesAsync(elsewhere, ward.Name.Vi)).ShouldContain(ward.Name.Vi);
    }

    [Test]
    public async Task A_draft_is_carried_out_once_and_in_the_version_that_was_seen()
    {
        var (ward, _) = await WardsAsync("25777", "25780");
        var id = (await Send(new StartDraft(null))).Value;
        var content = new DraftContent
        {
            DecisionNumber = "61/NQ",
            DecidedOn = "2026-02-01",
            EffectiveOn = "2026-03-01",
            Kind = ReorganisationKind.Rename,
            Sources = ward.Code,
            NewNameVi = "Phường Dự Thảo",
            NewNameEn = "Du Thao Ward",
        };
        var version = (await Send(new SaveDraft(id, 1, content))).Value;

        (await Send(new ApplyDraft(id, version - 1))).Failures.Single().Code.ShouldBe("platform.stale");
        (await Send(new Reorganise([Plan(ward.Id)], Preview: false, new AppliedDraft(id, version - 1)))).Failures.Single().Code.ShouldBe("platform.stale");
        (await Send(new GetUnits([ward.Id], Day))).Single().Name.Vi.ShouldBe(ward.Name.Vi, "nothing was applied without its draft");

        var applied = await Send(new ApplyDraft(id, version));

        (await Send(new ReadDraft(id))).Value.ReorganisationId.ShouldBe(applied.Value);
        (await Send(new GetUnits([ward.Id], Day))).Single().Name.Vi.ShouldBe("Phường Dự Thảo");
        (await Send(new ApplyDraft(id, version + 1))).Failures.Single().Code.ShouldBe("unit_registry.draft_applied");
    }

    private Task<List<string>> NamesAsync(UnitDirectory directory, string text) => City.UseAsync<IUnitRegistryDb, List<string>>(async db =>
    {
        var index = await directory.ReadAsync(db, CancellationToken.None);
        return [.. index.Find(new UnitFilter(Day, text, null, null, UnitRelation.LiesIn)).Select(state => state.NameVi)];
    });

    private static ReorganisationRequest Renaming(Guid unitId, string name) => new(
        ReorganisationKind.Rename, "60/NQ", Day, Day, null, null, null,
        [new UnitChangeRequest(unitId, null, new LocalText(name, name), null, null, null)], null, null);

    private static ReorganisationPlan Plan(Guid unitId) => new(
        ReorganisationKind.Rename, "62/NQ", Day, Day, "", [], [], [new UnitChange(unitId, null, new LocalText("Phường Không Có", ""), null, null, null)], [], null);

    private async Task<(UnitSummary First, UnitSummary Second)> WardsAsync(string first, string second)
    {
        var units = await Send(new FindUnitsByCode([first, second], Day));
        return (units.Single(unit => unit.Code == first), units.Single(unit => unit.Code == second));
    }
}

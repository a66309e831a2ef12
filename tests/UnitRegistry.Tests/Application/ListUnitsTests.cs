using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Security;
using LearningCity.Testing;
using LearningCity.UnitRegistry.Application.Reading;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Tests.Application;

internal sealed class ListUnitsTests(string database) : CityTest(database)
{
    private static readonly DateOnly Today = new(2026, 6, 14);

    [Test]
    public async Task Trap_3_names_that_differ_only_by_an_accent_are_both_found_and_told_apart()
    {
        var found = (await ListAsync("Xã Thạnh An")).Items;

        found.Select(unit => unit.Name.Vi).ShouldBe(["Xã Thanh An", "Xã Thạnh An"], "Vietnamese order: no mark before nặng");
        found.Select(unit => unit.Code).ShouldBe(["25807", "27676"]);
    }

    [TestCase("Hoà Bình")]
    [TestCase("Hòa Bình")]
    [TestCase("hoa binh")]
    [TestCase("HOÀ BÌNH")]
    [TestCase("phuong hoa binh")]
    public async Task Trap_4_both_styles_of_tone_marks_and_no_marks_find_the_same(string text) =>
        (await ListAsync(text)).Items.ShouldHaveSingleItem().Name.Vi.ShouldBe("Phường Hòa Bình");

    [TestCase("dong hung thuan", "Phường Đông Hưng Thuận")]
    [TestCase("26740", "Phường Sài Gòn")]
    [TestCase("sai gon ward", "Phường Sài Gòn")]
    [TestCase("department of health", "Sở Y tế")]
    public async Task A_unit_is_found_by_its_name_in_either_language_or_its_code(string text, string name) =>
        (await ListAsync(text)).Items.ShouldHaveSingleItem().Name.Vi.ShouldBe(name);

    [TestCase("%")]
    [TestCase("_____")]
    [TestCase("'; drop table units; --")]
    public async Task Signs_that_mean_something_to_databases_mean_nothing_here(string text) =>
        (await ListAsync(text)).Items.Count.ShouldBe(text.Contains("drop", StringComparison.Ordinal) ? 0 : 50);

    [Test]
    public async Task The_list_reads_on_by_cursor_in_Vietnamese_order_without_gaps_or_repetitions()
    {
        var all = new List<UnitSummary>();
        string? cursor = null;
        do
        {
            var page = (await Send(new ListUnits(Filter(), cursor, 37))).Value;
            all.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        var tree = await Send(new GetTree(Today, UnitRelation.LiesIn));
        all.Select(unit => unit.Id).ShouldBe(tree.Select(unit => unit.Id), ignoreOrder: true);
        var names = all.Select(unit => unit.Name.Vi).ToList();
        names.IndexOf("Phường Dĩ An").ShouldBeLessThan(names.IndexOf("Phường Đông Hòa"));
    }

    [Test]
    public async Task Under_a_unit_means_below_it_along_the_relation_asked_for()
    {
        var office = (await Send(new FindUnitsByCode([WellKnownUnits.EducationDepartment], Today))).Single();
        var city = (await Send(new FindUnitsByCode([WellKnownUnits.City], Today))).Single();

        var reporting = (await Send(new ListUnits(Filter() with { Under = office.Id, Relation = UnitRelation.ReportsTo }, null, 200))).Value;
        var lying = (await Send(new ListUnits(Filter() with { Under = city.Id, Type = UnitType.SpecialZone }, null, 200))).Value;

        reporting.Items.Count.ShouldBe(168);
        reporting.Items.ShouldNotContain(unit => unit.Id == office.Id);
        lying.Items.ShouldHaveSingleItem().Name.Vi.ShouldBe("Đặc khu Côn Đảo");
    }

    [Test]
    public async Task A_name_of_another_time_is_found_beside_those_of_the_day()
    {
        var search = (await Send(new SearchUnits(Filter("Thủ Đức"), 1))).Value;

        search.Units.ShouldContain(unit => unit.Name.Vi == "Phường Thủ Đức");
        search.Former.ShouldContain(unit => unit.Name.Vi == "Thành phố Thủ Đức");
    }

    [TestCase("not a cursor")]
    [TestCase("e30")]
    public async Task A_cursor_of_another_list_is_refused(string cursor) =>
        (await Send(new ListUnits(Filter(), cursor, null))).Failures.ShouldHaveSingleItem().Code.ShouldBe("platform.invalid_cursor");

    [Test]
    public async Task Who_may_not_read_the_registry_reads_nothing() =>
        (await Send(new ListUnits(Filter(), null, null), Caller.Anonymous)).Failures.ShouldHaveSingleItem().Code.ShouldBe("platform.not_signed_in");

    [Test]
    public async Task A_unit_made_of_others_names_them_with_their_extent()
    {
        var ward = (await Send(new FindUnitsByCode(["26740"], Today))).Single();

        var steps = (await Send(new GetLineageSteps(ward.Id, null, Today))).Value;
        var sources = steps.Units.Where(unit => unit.Step < 0).ToList();
        var profile = (await Send(new GetUnitProfile(ward.Id, Today))).Value;

        sources.Select(source => source.Name.Vi).ShouldBe(["Phường Bến Nghé", "Phường Đa Kao", "Phường Nguyễn Thái Bình"]);
        sources.ShouldAllBe(source => source.LiesIn!.Name.Vi == "Quận 1");
        profile.ReportsTo!.Name.Vi.ShouldBe("Sở Giáo dục và Đào tạo");
        profile.LiesIn!.Name.Vi.ShouldBe("Thành phố Hồ Chí Minh");
    }

    private static UnitFilter Filter(string? query = null) => new(Today, query, null, null, UnitRelation.LiesIn);

    private async Task<Page<UnitSummary>> ListAsync(string query) => (await Send(new ListUnits(Filter(query), null, null))).Value;
}

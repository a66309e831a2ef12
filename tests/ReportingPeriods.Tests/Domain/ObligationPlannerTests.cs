using FsCheck;
using FsCheck.Fluent;
using LearningCity.ReportingPeriods.Domain;

namespace LearningCity.ReportingPeriods.Tests.Domain;

internal sealed class ObligationPlannerTests
{
    private static readonly Guid Team = Guid.CreateVersion7();
    private static readonly Guid Department = Guid.CreateVersion7();
    private static readonly Guid Ward = Guid.CreateVersion7();
    private static readonly Guid School = Guid.CreateVersion7();
    private static readonly Guid HighSchool = Guid.CreateVersion7();
    private static readonly OwedIndicator Literacy = new(Guid.CreateVersion7(), "I01", ["ward"]);
    private static readonly OwedIndicator Completion = new(Guid.CreateVersion7(), "I02", ["primary", "high_school", "ward"]);
    private static readonly OwedIndicator Policy = new(Guid.CreateVersion7(), "I03", ["department"]);
    private static readonly SetInForce Set = new("demo", Guid.CreateVersion7(), [Literacy, Completion, Policy]);

    private static readonly IReadOnlyList<PlannedUnit> Tree =
    [
        new(Team, "support_team", null, "to giup viec", "TGV"),
        new(Department, "department", Team, "so giao duc", "SGDDT"),
        new(Ward, "ward", Department, "phuong", "26734"),
        new(School, "primary", Ward, "truong", "TH1"),
        new(HighSchool, "high_school", Department, "truong thpt", "PT1"),
    ];

    [Test]
    public void Each_unit_owes_the_indicators_of_its_type_to_the_unit_that_it_reports_to()
    {
        var planned = Plan(For("ward", "primary", "high_school", "department"));
        planned.Select(owed => (owed.UnitId, owed.ReviewerUnitId)).ShouldBe(
            [(School, Ward), (HighSchool, Department), (Ward, Department), (Department, Team)], ignoreOrder: true);
        planned.Single(owed => owed.UnitId == Ward).IndicatorIds.ShouldBe([Literacy.Id, Completion.Id]);
        planned.Single(owed => owed.UnitId == School).IndicatorIds.ShouldBe([Completion.Id]);
    }

    [Test]
    public void A_unit_without_indicators_owes_nothing() =>
        Plan(For("support_team", "ward")).Select(owed => owed.UnitId).ShouldBe([Ward]);

    [Test]
    public void A_type_that_no_assignment_names_owes_nothing() =>
        Plan(For("high_school")).Select(owed => owed.UnitId).ShouldBe([HighSchool]);

    [Test]
    public void A_subtree_holds_its_root_and_what_reports_to_it() =>
        Plan(For("ward", "primary", "high_school").Under(Ward)).Select(owed => owed.UnitId).ShouldBe([School, Ward], ignoreOrder: true);

    [Test]
    public void A_group_narrows_types_and_subtree_and_without_a_type_names_all_its_members()
    {
        var (cluster, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var groups = new Dictionary<Guid, IReadOnlyList<Guid>> { [cluster] = [School, Ward], [other] = [HighSchool] };
        IEnumerable<Guid> Owing(Assignment assignment) =>
            ObligationPlanner.Plan(Tree, [assignment], new Dictionary<string, SetInForce> { ["demo"] = Set }, groups).Select(owed => owed.UnitId);

        Owing(For("ward", "primary", "high_school").Among(cluster)).ShouldBe([School, Ward], ignoreOrder: true);
        Owing(For("primary", "high_school").Among(cluster)).ShouldBe([School]);
        Owing(For().Among(cluster, other)).ShouldBe([School, Ward, HighSchool], ignoreOrder: true);
        Owing(For().Among(cluster, other).Under(Ward)).ShouldBe([School, Ward], ignoreOrder: true);
        Owing(For("ward").Among(Guid.CreateVersion7())).ShouldBeEmpty("the group is not there on that day");
    }

    [Test]
    public void A_named_reviewer_stands_in_place_of_the_unit_above() =>
        Plan(For("ward").ReviewedBy(Team)).Single().ReviewerUnitId.ShouldBe(Team);

    [Test]
    public void Two_assignments_of_one_set_give_one_obligation_with_the_cells_of_both()
    {
        var planned = Plan(For("ward").Only("I02"), For("ward").Only("I01").ReviewedBy(Team));
        planned.Count.ShouldBe(1);
        planned[0].IndicatorIds.ShouldBe([Literacy.Id, Completion.Id]);
        planned[0].ReviewerUnitId.ShouldBe(Department);
    }

    [Test]
    public void A_unit_that_reports_to_nobody_has_no_reviewer_and_owes_nothing() =>
        ObligationPlanner.Plan([new(Ward, "ward", null, "phuong", "26734")], [For("ward")], Sets).ShouldBeEmpty();

    [Test]
    public void Schools_come_first_and_names_sort_as_vietnamese_does() =>
        Plan(For("ward", "primary", "high_school", "department")).Select(owed => owed.UnitId)
            .ShouldBe([School, HighSchool, Ward, Department]);

    [Test]
    public void The_order_of_the_tree_changes_nothing()
    {
        var reference = Plan(For("ward", "primary", "high_school", "department"));
        Prop.ForAll(Gen.Shuffle(Tree.ToArray()).ToArbitrary(), shuffled =>
                ObligationPlanner.Plan(shuffled, [For("ward", "primary", "high_school", "department")], Sets)
                    .Select(owed => (owed.UnitId, owed.ReviewerUnitId)).SequenceEqual(
                        reference.Select(owed => (owed.UnitId, owed.ReviewerUnitId))))
            .Check(Config.QuickThrowOnFailure.WithReplay(20241030, 11));
    }

    [Test]
    public void Cells_are_read_back_as_they_were_written()
    {
        var ids = Enumerable.Range(0, 60).Select(_ => Guid.CreateVersion7()).ToList();
        var list = CellList.Of(Guid.CreateVersion7(), ids);
        list.Read().ShouldBe(ids);
        list.Cells.Length.ShouldBe(60 * 16);
    }

    private static Dictionary<string, SetInForce> Sets => new() { ["demo"] = Set };

    private static IReadOnlyList<PlannedObligation> Plan(params TestAssignment[] assignments) =>
        ObligationPlanner.Plan(Tree, [.. assignments.Select(a => (Assignment)a)], Sets);

    private static TestAssignment For(params string[] types) => new(types, null, null, []);

    private sealed record TestAssignment(string[] Types, Guid? Root, Guid? Reviewer, string[] Codes)
    {
        public TestAssignment Under(Guid root) => this with { Root = root };

        public IReadOnlyList<Guid> Groups { get; init; } = [];

        public TestAssignment Among(params Guid[] groups) => this with { Groups = groups };

        public TestAssignment ReviewedBy(Guid reviewer) => this with { Reviewer = reviewer };

        public TestAssignment Only(params string[] codes) => this with { Codes = codes };

        public static implicit operator Assignment(TestAssignment from) => new()
        {
            Id = Guid.CreateVersion7(),
            CycleId = Guid.Empty,
            Code = "thử",
            SetCode = "demo",
            UnitTypes = from.Types,
            RootUnitId = from.Root,
            GroupIds = from.Groups,
            IndicatorCodes = from.Codes,
            IncludedUnitIds = [],
            ExcludedUnitIds = [],
            ReviewerUnitId = from.Reviewer,
            ValidFrom = new DateOnly(2024, 1, 1),
        };
    }
}

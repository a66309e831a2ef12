using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Editing;
using LearningCity.CriteriaCatalog.Domain.Packs;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Editing;

internal sealed class DraftEditorTests
{
    private static readonly Config Law = Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20241030, 1);

    private static Result<SetContent> Apply(SetContent content, params DraftEdit[] edits) =>
        new DraftEditor(new HashSet<string> { "I1" }).Apply(content, edits);

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    [Test]
    public void No_edits_ever_change_a_published_version() =>
        Prop.ForAll(Contents.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (content, seed) =>
        {
            var published = Samples.Published(Samples.Set(indicators: [Samples.Percent, Samples.Level]));
            var hash = published.ContentHash;
            var edits = new RandomEdits(seed);
            foreach (var start in (SetContent[])[published.Content, content])
            {
                var draft = start;
                for (var i = 0; i < 12; i++)
                {
                    var edited = Apply(draft, edits.Next(draft));
                    if (edited.Succeeded) draft = edited.Value;
                    published.Revise(published.Content with { Nodes = draft.Nodes }).Succeeded.ShouldBeFalse();
                }
            }

            return published.ContentHash == hash && PackWriter.Hash(published.Content) == hash;
        }).Check(Law);

    [Test]
    public void What_edits_leave_behind_can_always_be_written_and_read() =>
        Prop.ForAll(Contents.Any, Gen.Choose(0, int.MaxValue).ToArbitrary(), (content, seed) =>
        {
            var edits = new RandomEdits(seed);
            for (var i = 0; i < 12; i++)
            {
                var edited = Apply(content, edits.Next(content));
                if (!edited.Succeeded) continue;
                content = edited.Value;
                var pack = PackWriter.Write(content);
                if (DraftRules.Problems(content).Count > 0 || !PackWriter.Write(PackReader.Read(pack).Value).AsSpan().SequenceEqual(pack)) return false;
            }

            return true;
        }).Check(Law);

    [Test]
    public void An_indicator_is_added_changed_moved_and_removed()
    {
        var indicator = Json("""{"code":"I3","name":{"vi":"Số lớp","en":"Classes"},"valueType":"count","measureUnit":{"vi":"lớp","en":"classes"},"aggregation":"sum"}""");
        var changed = Fragments.Of(Samples.Set(), ItemKind.Indicator, "I1")!;
        changed["target"] = 99;

        var edited = Apply(
            Samples.Set(),
            new DraftEdit.Add(ItemKind.Node, "A", null, Json("""{"code":"A2","name":{"vi":"Tiêu chí A2","en":""}}""")),
            new DraftEdit.Add(ItemKind.Indicator, "A2", null, indicator),
            new DraftEdit.Change(ItemKind.Indicator, "I1", changed),
            new DraftEdit.Move(ItemKind.Indicator, "I1", "A2", 0),
            new DraftEdit.Remove(ItemKind.Indicator, "I2")).Value;

        edited.PlacedIndicators().Select(placed => $"{placed.NodeCode}/{placed.Indicator.Code}").ShouldBe(["A2/I1", "A2/I3"]);
        edited.PlacedIndicators().First().Indicator.Target.ShouldBe(99);
    }

    [Test]
    public void A_changed_node_keeps_what_stands_below_it()
    {
        var edited = Apply(Samples.Set(), new DraftEdit.Change(ItemKind.Node, "A1", Json("""{"name":{"vi":"Khác","en":"Other"}}"""))).Value;

        edited.Nodes[0].Children[0].Name.Vi.ShouldBe("Khác");
        edited.PlacedIndicators().Count().ShouldBe(2);
    }

    [Test]
    public void The_sets_own_fields_change_one_by_one()
    {
        var edited = Apply(Samples.Set() with { Licence = "CC BY" }, new DraftEdit.ChangeSet(Json("""{"validFrom":"2027-01-01","licence":null}"""))).Value;

        (edited.ValidFrom, edited.Licence, edited.Name).ShouldBe((new DateOnly(2027, 1, 1), null, Samples.Set().Name));
    }

    [Test]
    public void A_renumbered_indicator_remembers_the_code_that_was_published_first()
    {
        var once = Apply(Samples.Set(), new DraftEdit.Renumber(ItemKind.Indicator, "I1", "I10")).Value;
        once.PlacedIndicators().First().Indicator.Predecessor.ShouldBe("I1");
        var twice = Apply(once, new DraftEdit.Renumber(ItemKind.Indicator, "I10", "I11")).Value;
        twice.PlacedIndicators().First().Indicator.Predecessor.ShouldBe("I1");

        Apply(twice, new DraftEdit.Renumber(ItemKind.Indicator, "I11", "I1")).Value.PlacedIndicators().First().Indicator.Predecessor.ShouldBeNull();
        Apply(Samples.Set(), new DraftEdit.Renumber(ItemKind.Indicator, "I2", "I20")).Value.PlacedIndicators().Last().Indicator.Predecessor.ShouldBeNull();
    }

    private static IEnumerable<TestCaseData> Refusals()
    {
        yield return Case("criteria_catalog.item_not_found", "edits[0].code", new DraftEdit.Remove(ItemKind.Node, "I1"));
        yield return Case("criteria_catalog.parent_not_found", "edits[0].parent", new DraftEdit.Move(ItemKind.Indicator, "I1", "B", null));
        yield return Case("criteria_catalog.parent_missing", "edits[0].parent", new DraftEdit.Move(ItemKind.Indicator, "I1", null, null));
        yield return Case("criteria_catalog.moved_into_itself", "edits[0].parent", new DraftEdit.Move(ItemKind.Node, "A", "A1", null));
        yield return Case("criteria_catalog.code_is_stable", "edits[0].value.code", new DraftEdit.Change(ItemKind.Node, "A", Json("""{"code":"B"}""")));
        yield return Case("criteria_catalog.branch_apart", "edits[0].value.children", new DraftEdit.Change(ItemKind.Node, "A", Json("""{"children":[]}""")));
        yield return Case("criteria_catalog.field_is_fixed", "edits[0].value.code", new DraftEdit.ChangeSet(Json("""{"code":"other"}""")));
        yield return Case("criteria_catalog.field_missing", "edits[0].value.name", new DraftEdit.Change(ItemKind.Node, "A1", []));
        yield return Case("criteria_catalog.field_unknown", "edits[0].value.colour", new DraftEdit.Change(
            ItemKind.Node, "A1", Json("""{"name":{"vi":"","en":""},"colour":"red"}""")));
        yield return Case("criteria_catalog.code_repeated", "edits[0].value.code", new DraftEdit.Add(
            ItemKind.Node, "A", null, Json("""{"code":"A1","name":{"vi":"","en":""}}""")));
        yield return Case("criteria_catalog.code_malformed", "$.nodes[0].code", new DraftEdit.Renumber(ItemKind.Node, "A", "a b"));
        yield return Case("criteria_catalog.nothing_to_do", "edits");
    }

    private static TestCaseData Case(string code, string field, params DraftEdit[] edits) => new TestCaseData(code, field, edits).SetArgDisplayNames(code);

    [TestCaseSource(nameof(Refusals))]
    public void What_makes_no_sense_is_refused_with_its_place(string code, string field, DraftEdit[] edits)
    {
        var refused = Apply(Samples.Set(), edits).Failures;

        (refused[0].Code, refused[0].Field).ShouldBe((code, field));
    }

    [TestCase("I1", Step.Down, "A1/I2 A1/I1 B1/I3")]
    [TestCase("I2", Step.Down, "A1/I1 B1/I2 B1/I3")]
    [TestCase("I3", Step.Up, "A1/I1 A1/I2 A1/I3")]
    [TestCase("I1", Step.Up, null)]
    [TestCase("I3", Step.Out, null)]
    public void An_indicator_goes_by_steps_and_keeps_its_level(string code, Step step, string? expected)
    {
        var content = Samples.Set();
        var last = new ContentNode { Code = "B1", Name = new("B1", "B1"), Indicators = [Samples.Percent with { Code = "I3" }] };
        content = content with { Nodes = [.. content.Nodes, new() { Code = "B", Name = new("B", "B"), Children = [last] }] };

        var move = TreeSteps.Of(content, ItemKind.Indicator, code, step);

        var places = move is null ? null : string.Join(' ', Apply(content, move).Value.PlacedIndicators().Select(placed => $"{placed.NodeCode}/{placed.Indicator.Code}"));
        places.ShouldBe(expected);
    }

    [Test]
    public void A_node_goes_in_and_out()
    {
        var content = Samples.Set();
        content = content with { Nodes = [.. content.Nodes, new() { Code = "B", Name = new("B", "B") }] };

        var inside = Apply(content, TreeSteps.Of(content, ItemKind.Node, "B", Step.In)!).Value;
        inside.Nodes[0].Children.Select(node => node.Code).ShouldBe(["A1", "B"]);

        Apply(inside, TreeSteps.Of(inside, ItemKind.Node, "B", Step.Out)!).Value.Nodes.Select(node => node.Code).ShouldBe(["A", "B"]);
    }

    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("null")]
    [TestCase("""{"code":"a","code":"b"}""")]
    [TestCase("""{"code":"\ud800"}""")]
    public void What_is_no_object_is_no_fragment(string text) =>
        Fragments.Read(text, "value").Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.not_an_object");
}

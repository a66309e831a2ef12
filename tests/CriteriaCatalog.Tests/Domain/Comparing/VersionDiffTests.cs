using FsCheck;
using FsCheck.Fluent;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Comparing;
using LearningCity.CriteriaCatalog.Domain.Editing;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.CriteriaCatalog.Tests.Domain.Editing;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Comparing;

internal sealed class VersionDiffTests
{
    private static readonly Config Law = Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20241030, 1);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
    private static readonly DraftEditor Editor = new(new HashSet<string>());

    [Test]
    public void A_version_does_not_differ_from_itself() =>
        Prop.ForAll(Contents.Any, content => VersionDiff.Between(content, content).Items.Count == 0).Check(Law);

    [Test]
    public void Nothing_differs_only_where_the_packs_are_the_same() =>
        Prop.ForAll(Contents.Any, Seeds, (content, seed) =>
        {
            var edits = new RandomEdits(seed);
            var after = content;
            for (var i = 0; i < 4; i++)
            {
                var edited = Editor.Apply(after, [edits.Next(after)]);
                if (edited.Succeeded) after = edited.Value;
            }

            return PackWriter.Write(content).AsSpan().SequenceEqual(PackWriter.Write(after)) == (VersionDiff.Between(content, after).Items.Count == 0);
        }).Check(Law);

    [Test]
    public void What_was_added_is_found_by_its_code() =>
        Prop.ForAll(Contents.Any, Seeds, (content, seed) =>
        {
            var edit = new RandomEdits(seed).Add(content, seed % 2 == 0 ? ItemKind.Node : ItemKind.Indicator);
            var code = DraftDocument.CodeOf(edit.Value);
            var edited = Editor.Apply(content, [edit]);
            if (!edited.Succeeded) return true;
            var change = VersionDiff.Between(content, edited.Value).Items.Single();
            return change.Change == ChangeKind.Added && change.Code == code && change.NewParent == edit.ParentCode
                && VersionDiff.Between(edited.Value, content).Items.Single().Change == ChangeKind.Removed;
        }).Check(Law);

    [Test]
    public void What_was_renamed_is_found_by_its_field() =>
        Prop.ForAll(Contents.Any, Seeds, (content, seed) =>
        {
            var edit = new RandomEdits(seed).Change(content, ItemKind.Indicator);
            var edited = Editor.Apply(content, [edit]);
            if (!edited.Succeeded) return true;
            var change = VersionDiff.Between(content, edited.Value).Items.Single();
            return change is { Change: ChangeKind.Changed, Moved: false } && change.Code == edit.Code
                && change.Fields.Select(field => field.Path).SequenceEqual(["name.vi", "name.en"])
                && change.Fields[0].New!.GetValue<string>() == edit.Value["name"]!["vi"]!.GetValue<string>();
        }).Check(Law);

    [Test]
    public void One_move_is_one_move() =>
        Prop.ForAll(Contents.Any, Seeds, (content, seed) =>
        {
            var edits = new RandomEdits(seed);
            var code = edits.Code(content, ItemKind.Indicator);
            var edit = new DraftEdit.Move(ItemKind.Indicator, code, edits.Code(content, ItemKind.Node), seed % 3);
            var edited = Editor.Apply(content, [edit]);
            if (!edited.Succeeded) return true;
            var changes = VersionDiff.Between(content, edited.Value).Items;
            return changes.Count <= 1 && changes.All(change => change is { Change: ChangeKind.Moved, Moved: true }
                && (change.OldParent == change.NewParent || change.Code == code));
        }).Check(Law);

    [Test]
    public void A_renumbered_indicator_is_the_same_one()
    {
        var after = new DraftEditor(new HashSet<string> { "I1" }).Apply(Samples.Set(), [new DraftEdit.Renumber(ItemKind.Indicator, "I1", "I9")]).Value;

        var change = VersionDiff.Between(Samples.Set(), after).Items.ShouldHaveSingleItem();

        (change.Change, change.OldCode, change.Code).ShouldBe((ChangeKind.Changed, "I1", "I9"));
        change.Fields.Select(field => field.Path).ShouldBe(["code", "predecessor"]);
    }

    [Test]
    public void A_node_with_another_code_is_known_by_its_name()
    {
        var after = Editor.Apply(Samples.Set(), [new DraftEdit.Renumber(ItemKind.Node, "A1", "A.1")]).Value;

        var change = VersionDiff.Between(Samples.Set(), after).Items.ShouldHaveSingleItem();

        (change.Change, change.OldCode, change.Code, change.Moved).ShouldBe((ChangeKind.Changed, "A1", "A.1", false));
    }

    [Test]
    public void Lists_with_codes_are_compared_by_code_and_the_set_itself_too()
    {
        var before = Samples.Set(indicators: [Samples.Level]);
        var after = Samples.Set(indicators: [Samples.Level with { Levels = [.. Samples.Level.Levels, new("best", new("Xuất sắc", "Best"))] }])
            with
        { ValidFrom = new DateOnly(2027, 1, 1) };

        var diff = VersionDiff.Between(before, after);

        diff.Items.Select(item => $"{item.Kind} {item.Code}: {string.Join(", ", item.Fields.Select(field => field.Path))}").ShouldBe(
            ["Set sample: validFrom", "Indicator I2: levels, levels[best].code, levels[best].name.vi, levels[best].name.en"]);
        diff.Count(ChangeKind.Changed).ShouldBe(2);
        diff.Count(ComparedKind.Indicator, ChangeKind.Changed).ShouldBe(1);
    }

    [Test]
    public void What_was_left_at_its_usual_value_counts_as_a_change_of_that_field()
    {
        var after = Samples.Set(indicators: [Samples.Percent with { Direction = Direction.Lower }, Samples.Level]);

        var field = VersionDiff.Between(Samples.Set(), after).Items.ShouldHaveSingleItem().Fields.ShouldHaveSingleItem();

        (field.Path, field.Old, field.New!.GetValue<string>()).ShouldBe(("direction", null, "lower"));
    }
}

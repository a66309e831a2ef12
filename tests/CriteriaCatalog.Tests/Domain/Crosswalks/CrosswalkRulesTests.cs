using FsCheck;
using FsCheck.Fluent;
using LearningCity.BuildingBlocks;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Crosswalks;

/// <summary>Whatever is proposed in whatever order: what was approved keeps the rules on every day.</summary>
internal sealed class CrosswalkRulesTests
{
    private const int Days = 12;
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly Config Law = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260101, 1);
    private static readonly Guid[] Indicators = [.. Enumerable.Range(1, 5).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private static readonly Gen<LinkShape> Links =
        from kind in Gen.Elements(Enum.GetValues<CrosswalkKind>())
        from ends in Gen.Shuffle(Indicators)
        from sources in Gen.Choose(1, 3)
        from start in Gen.Choose(0, Days)
        from length in Gen.Choose(-1, Days)
        from open in Gen.Choose(0, 3)
        select new LinkShape(
            Ids.New(), ends[0], ends[1..(kind == CrosswalkKind.Formula ? sources + 1 : 2)], kind,
            new(First.AddDays(start), open == 0 ? null : First.AddDays(start + length)));

    /// <summary>Proposals that were approved one after the other, as the rules let them.</summary>
    private static readonly Arbitrary<List<LinkShape>> Approved = Links.ArrayOf().Resize(14).Select(Approve).ToArbitrary();

    [Test]
    public void No_target_has_two_equal_or_formula_links_on_one_day_nor_parts_beside_one() => Prop.ForAll(Approved, links =>
        EveryDay(links).All(day => day.GroupBy(link => link.TargetId).All(group =>
            group.Count() == 1 || group.All(link => link.Kind == CrosswalkKind.Part)))).Check(Law);

    [Test]
    public void No_part_is_counted_twice_on_one_day() => Prop.ForAll(Approved, links =>
        EveryDay(links).All(day => day.Where(link => link.Kind == CrosswalkKind.Part)
            .GroupBy(link => (link.TargetId, link.SourceIds[0])).All(group => group.Count() == 1))).Check(Law);

    [Test]
    public void No_link_begins_where_another_ends() => Prop.ForAll(Approved, links =>
        EveryDay(links).All(day => !day.SelectMany(link => link.SourceIds).Intersect(day.Select(link => link.TargetId)).Any())).Check(Law);

    [Test]
    public void Nothing_is_refused_without_cause() => Prop.ForAll(Approved, Links.ToArbitrary(), (links, next) =>
    {
        var quiet = links.Where(link => link.TargetId != next.TargetId && !next.SourceIds.Contains(link.TargetId) && !link.SourceIds.Contains(next.TargetId));
        return CrosswalkRules.Problems(next, quiet).Count == 0;
    }).Check(Law);

    [Test]
    public void Spans_overlap_when_they_share_a_day() => Prop.ForAll(Links.ToArbitrary(), Links.ToArbitrary(), (one, other) =>
        one.Days.Overlaps(other.Days) == AllDays.Any(day => one.Days.Contains(day) && other.Days.Contains(day))).Check(Law);

    private static IEnumerable<DateOnly> AllDays => Enumerable.Range(0, 3 * Days).Select(First.AddDays);

    private static List<LinkShape> Approve(LinkShape[] proposals)
    {
        var approved = new List<LinkShape>();
        foreach (var proposal in proposals.Where(proposal => CrosswalkRules.Problems(proposal, approved).Count == 0)) approved.Add(proposal);
        return approved;
    }

    private static IEnumerable<IReadOnlyList<LinkShape>> EveryDay(List<LinkShape> links) =>
        AllDays.Select(day => links.Where(link => link.Days.Contains(day)).ToList());
}

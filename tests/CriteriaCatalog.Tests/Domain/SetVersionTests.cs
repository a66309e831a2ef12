using FsCheck;
using FsCheck.Fluent;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Packs;

namespace LearningCity.CriteriaCatalog.Tests.Domain;

internal sealed class SetVersionTests
{
    private static readonly Config Law = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20241030, 1);

    [Test]
    public void A_draft_takes_other_content()
    {
        var version = Samples.Draft(Samples.Set());
        var changed = Samples.Set() with { Name = new("Bộ khác", "Another set") };

        version.Revise(changed).Succeeded.ShouldBeTrue();

        version.Content.ShouldBe(changed);
        version.NameVi.ShouldBe("Bộ khác");
        version.ContentHash.ShouldBe(PackWriter.Hash(changed));
    }

    [Test]
    public void A_draft_that_breaks_a_rule_is_not_published()
    {
        var version = Samples.Draft(Samples.Set().WithCriterion(criterion => criterion with { Indicators = [] }));

        version.Publish([], Samples.Now).Succeeded.ShouldBeFalse();

        version.State.ShouldBe(VersionState.Draft);
        version.PublishedAt.ShouldBeNull();
    }

    /// <summary>Whatever is done to a published version afterwards, in whatever order, it says the same.</summary>
    [Test]
    public void A_published_version_never_changes() =>
        Prop.ForAll(Gen.Choose(0, 3).ArrayOf().ToArbitrary(), Contents.Any, (acts, other) =>
        {
            var version = Samples.Published(Samples.Set());
            var (before, hash, name, indicators) = (PackWriter.Write(version.Content), version.ContentHash, version.NameVi, version.IndicatorCount);
            foreach (var act in acts) Act(version, act, other);
            return PackWriter.Write(version.Content).AsSpan().SequenceEqual(before)
                && (version.ContentHash, version.NameVi, version.IndicatorCount, version.Number) == (hash, name, indicators, 1)
                && version.State != VersionState.Draft && version.PublishedAt == Samples.Now;
        }).Check(Law);

    [Test]
    public void Retiring_ends_the_validity_and_nothing_else()
    {
        var version = Samples.Published(Samples.Set());

        version.Retire(new DateOnly(2025, 6, 30)).Succeeded.ShouldBeTrue();

        version.State.ShouldBe(VersionState.Retired);
        version.ValidTo.ShouldBe(new DateOnly(2025, 6, 30));
        version.Content.ValidTo.ShouldBeNull();
    }

    [Test]
    public void Retiring_before_the_first_day_is_refused() =>
        Samples.Published(Samples.Set()).Retire(new DateOnly(2024, 12, 31)).Failures.ShouldHaveSingleItem().Definition.ShouldBe(CatalogFailures.LastDayOutside);

    [Test]
    public void A_draft_cannot_be_retired() =>
        Samples.Draft(Samples.Set()).Retire(new DateOnly(2025, 6, 30)).Failures.ShouldHaveSingleItem().Definition.ShouldBe(CatalogFailures.OnlyPublishedRetires);

    [TestCase(null, "2025-12-31")]
    [TestCase("2026-06-30", "2025-12-31")]
    [TestCase("2025-06-30", "2025-06-30")]
    public void The_next_version_ends_the_one_before_at_the_latest_on_the_day_before(string? planned, string expected)
    {
        var version = Samples.Published(Samples.Set() with { ValidTo = planned is null ? null : DateOnly.Parse(planned, null) });

        version.EndBefore(new DateOnly(2026, 1, 1));

        version.ValidTo.ShouldBe(DateOnly.Parse(expected, null));
    }

    [TestCase("2024-12-31", false)]
    [TestCase("2025-01-01", true)]
    [TestCase("2025-12-31", true)]
    [TestCase("2026-01-01", false)]
    public void A_version_is_in_force_from_its_first_day_to_its_last(string day, bool expected) =>
        new Lifespan(Guid.Empty, 1, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)).Includes(DateOnly.Parse(day, null)).ShouldBe(expected);

    private static void Act(SetVersion version, int act, SetContent other)
    {
        switch (act)
        {
            case 0:
                version.Revise(other with { Code = version.SetCode, Number = version.Number }).Succeeded.ShouldBeFalse();
                break;
            case 1:
                version.Publish([], Samples.Now.AddDays(1)).Succeeded.ShouldBeFalse();
                break;
            case 2:
                version.Retire(new DateOnly(2025, 6, 30));
                break;
            default:
                version.EndBefore(new DateOnly(2026, 1, 1));
                break;
        }
    }
}

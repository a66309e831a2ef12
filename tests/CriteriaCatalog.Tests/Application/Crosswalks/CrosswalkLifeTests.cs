using LearningCity.BuildingBlocks.Platform;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Application;
using LearningCity.CriteriaCatalog.Application.Crosswalks;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Crosswalks;
using LearningCity.CriteriaCatalog.Domain.Packs;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.CriteriaCatalog.Tests.Application.Crosswalks;

/// <summary>From proposal to end, past the rules over all links, on a real database.</summary>
internal sealed class CrosswalkLifeTests(string database) : CityTest(database)
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private readonly Caller _an = Editor();
    private readonly Caller _binh = Editor();

    protected override async Task PrepareAsync()
    {
        foreach (var set in (string[])["one", "two", "three"])
        {
            IndicatorDefinition[] counts = [.. Enumerable.Range(1, 6).Select(i => Samples.Percent with { Code = $"P{i}" })];
            var sum = Samples.Percent with { Code = "N1", ValueType = IndicatorValueType.Count, Aggregation = AggregationRule.Sum, Target = null };
            var pack = Samples.Set(set, 1, [.. counts, sum, Samples.Level]);
            (await Send(new ImportCriteriaSet(PackWriter.Write(pack), Publish: true))).Succeeded.ShouldBeTrue();
        }
    }

    [Test]
    public async Task An_approved_link_is_in_force_told_and_audited()
    {
        var id = await ProposedAsync("one/P1", "two/P1");
        (await InForceAsync("one", From)).ShouldNotContain(link => link.TargetCode == "P1");

        (await Send(new ApproveCrosswalk(id, 1), _binh)).Succeeded.ShouldBeTrue();

        var link = (await InForceAsync("one", From)).Single(link => link.TargetCode == "P1");
        (link.Id, link.Kind, link.Sources.Single().SetCode, link.Sources.Single().Code).ShouldBe((id, CrosswalkKind.Equal, "two", "P1"));
        (await InForceAsync("one", From.AddDays(-1))).ShouldNotContain(other => other.Id == id);
        var (events, audited) = await City.UseAsync<PlatformDbContext, (int, int)>(async db => (
            await db.Set<OutboxMessage>().CountAsync(m => m.Name == "criteria_catalog.crosswalk_approved.v1" && m.Payload.Contains(id.ToString())),
            await db.Set<AuditRow>().CountAsync(row => row.SubjectId == id.ToString())));
        (events, audited).ShouldBe((1, 2));
    }

    [Test]
    public async Task Nobody_approves_alone_or_through_a_key()
    {
        var id = await ProposedAsync("one/P2", "two/P2");
        Code(await Send(new ApproveCrosswalk(id, 1), _an)).ShouldBe("criteria_catalog.crosswalk_needs_somebody_else");
        Code(await Send(new ApproveCrosswalk(id, 1), _binh with { Kind = CallerKind.ApiClient })).ShouldBe("criteria_catalog.crosswalk_needs_person");
        (await Send(new GetCrosswalk(id))).Value.Link.State.ShouldBe(CrosswalkState.Proposed);
    }

    [Test]
    public async Task Two_equal_links_of_one_target_never_overlap_and_links_never_chain()
    {
        await ApprovedAsync("one/P3", "two/P3");
        Code(await ApproveAsync("one/P3", "three/P3")).ShouldBe("criteria_catalog.crosswalk_target_is_linked");
        Code(await ApproveAsync("two/P3", "three/P3")).ShouldBe("criteria_catalog.crosswalk_target_is_source");
        Code(await ApproveAsync("three/P3", "one/P3")).ShouldBe("criteria_catalog.crosswalk_source_is_target");
    }

    [Test]
    public async Task After_one_link_has_ended_another_follows()
    {
        var first = await ApprovedAsync("one/P4", "two/P4");
        (await Send(new EndCrosswalk(first, From.AddDays(99), "Đổi nguồn", 2), _an)).Succeeded.ShouldBeTrue();
        (await ApproveAsync("one/P4", "three/P4", From.AddDays(100))).Succeeded.ShouldBeTrue();
        foreach (var (day, set) in ((int, string)[])[(99, "two"), (100, "three")])
            (await InForceAsync("one", From.AddDays(day))).Single(link => link.TargetCode == "P4").Sources.Single().SetCode.ShouldBe(set);
    }

    [Test]
    public async Task Of_two_approvals_at_once_that_exclude_each_other_one_is_told()
    {
        var ids = (await ProposedAsync("one/P5", "two/P5"), await ProposedAsync("one/P5", "three/P5"));
        var outcomes = await Task.WhenAll(Send(new ApproveCrosswalk(ids.Item1, 1), _binh), Send(new ApproveCrosswalk(ids.Item2, 1), _binh));
        outcomes.Count(outcome => outcome.Succeeded).ShouldBe(1);
        (await InForceAsync("one", From)).Count(link => link.TargetCode == "P5").ShouldBe(1);
    }

    [Test]
    public async Task A_formula_comes_ready_to_be_worked_out()
    {
        var proposed = await Send(
            new ProposeCrosswalk(
                Address("one/N1"), [Address("two/N1"), Address("three/N1")], CrosswalkKind.Formula, "[two/N1] * 2 + [three/N1]", From, null, "Hai phần"),
            _an);
        (await Send(new ApproveCrosswalk(proposed.Value, 1), _binh)).Succeeded.ShouldBeTrue();
        var link = (await InForceAsync("one", From)).Single(link => link.TargetCode == "N1");
        link.Formula!.Evaluate(reference => reference.Code == "two/N1" ? 10 : 5).ShouldBe(25);
    }

    [TestCase("one/P6", "one/P1", "criteria_catalog.crosswalk_same_set")]
    [TestCase("one/P6", "two/I2", "criteria_catalog.crosswalk_other_value_type")]
    [TestCase("one/P6", "two/P9", "criteria_catalog.crosswalk_indicator_unknown")]
    public async Task What_does_not_fit_is_not_even_proposed(string target, string source, string code) =>
        Code((await ProposeAsync(target, source)).WithoutValue()).ShouldBe(code);

    [Test]
    public async Task A_link_from_before_a_set_was_in_force_is_refused() => Code((await ProposeAsync("one/P6", "two/P6", new(2024, 1, 1))).WithoutValue())
        .ShouldBe("criteria_catalog.crosswalk_not_in_force");

    [Test]
    public async Task The_list_is_narrowed_and_pages_through_everything_once()
    {
        await ProposedAsync("three/P6", "two/P6");
        await ProposedAsync("three/P6", "one/P6");
        var all = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = (await Send(new ListCrosswalks(SetCode: "three", Cursor: cursor, Limit: 1))).Value;
            all.AddRange(page.Items.Select(link => link.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        all.ShouldBeUnique();
        all.Count.ShouldBeGreaterThanOrEqualTo(2);
        (await Send(new ListCrosswalks(State: CrosswalkState.Proposed, SetCode: "three"))).Value.Items.ShouldAllBe(link => link.State == CrosswalkState.Proposed);
        (await Send(new ListCrosswalks(SetCode: "none"))).Value.Items.ShouldBeEmpty();
    }

    private static Caller Editor() => Callers.Everywhere("criteria_catalog.read", "criteria_catalog.edit");

    private static string Code(Result result) => result.Succeeded ? "" : result.Failures[0].Code;

    private static IndicatorAddress Address(string text) => new(text.Split('/')[0], text.Split('/')[1]);

    private Task<Result<Guid>> ProposeAsync(string target, string source, DateOnly? from = null) => Send(
        new ProposeCrosswalk(Address(target), [Address(source)], CrosswalkKind.Equal, null, from ?? From, null, "Cùng định nghĩa"), _an);

    private async Task<Guid> ProposedAsync(string target, string source, DateOnly? from = null) => (await ProposeAsync(target, source, from)).Value;

    private async Task<Result> ApproveAsync(string target, string source, DateOnly? from = null) =>
        await Send(new ApproveCrosswalk(await ProposedAsync(target, source, from), 1), _binh);

    private async Task<Guid> ApprovedAsync(string target, string source)
    {
        var id = await ProposedAsync(target, source);
        (await Send(new ApproveCrosswalk(id, 1), _binh)).Succeeded.ShouldBeTrue();
        return id;
    }

    private async Task<IReadOnlyList<CrosswalkLink>> InForceAsync(string setCode, DateOnly on)
    {
        var version = (await Send(new ListCriteriaSetVersions())).Single(version => version.SetCode == setCode);
        return await Send(new ListCrosswalksInForce(version.VersionId, on));
    }
}

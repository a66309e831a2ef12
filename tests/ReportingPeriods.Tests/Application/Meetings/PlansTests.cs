using LearningCity.BuildingBlocks.Security;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.ReportingPeriods.Application.Meetings;
using LearningCity.ReportingPeriods.Application.Plans;
using LearningCity.ReportingPeriods.Domain.Meetings;
using LearningCity.Testing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.ReportingPeriods.Tests.Application.Meetings;

internal sealed class PlansTests(string database) : TownTest(database)
{
    private Caller Keeper { get; set; } = Caller.Anonymous;

    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.AddTransient<IRequestHandler<FindCriteriaSetVersion, CriteriaSetVersion?>, Catalogue>();
    }

    protected override async Task PrepareAsync()
    {
        await FeedTreesAsync();
        Keeper = Callers.Of(Town.Ward, "reporting_periods.read", "reporting_periods.keep_plans", "reporting_periods.do_tasks");
        At(new DateOnly(2026, 2, 2));
    }

    [Test]
    public async Task A_units_own_targets_are_never_lower_than_those_assigned_to_it()
    {
        (await Send(new AddPlan(Town.Ward, Plan(new TargetInput("I01", 2026, 97.5m))), Keeper)).Failures.Single()
            .ShouldSatisfyAllConditions(failure => failure.Code.ShouldBe("reporting_periods.target_too_low"), failure => failure.Field.ShouldBe("targets[0]"));
        (await Send(new AddPlan(Town.Ward, Plan(new TargetInput("I01", 2030, 98.5m))), Keeper)).Failures.Single().Code
            .ShouldBe("reporting_periods.target_too_low", "in 2030 more is assigned");
        (await Send(new AddPlan(Town.Ward, Plan(new TargetInput("I02", 2026, 3))), Keeper)).Failures.Single().Code
            .ShouldBe("reporting_periods.target_too_low", "less is better there");
        (await Send(new AddPlan(Town.Ward, Plan(new TargetInput("I01", 2031, 99))), Keeper)).Failures.Single().Code.ShouldBe("reporting_periods.target_year");
        (await Send(new AddPlan(Town.Ward, Plan(new("I01", 2026, 98), new("I01", 2026, 99))), Keeper)).Failures.Single().Code
            .ShouldBe("reporting_periods.target_twice");
        (await Send(new AddPlan(Town.OtherWard, Plan()), Keeper)).Failures.Single().Code.ShouldBe("platform.not_allowed");

        var id = Require(await Send(new AddPlan(Town.Ward, Plan(new("I01", 2026, 98), new("I02", 2026, 1.5m))), Keeper)).Value;
        var plan = Require(await Send(new ReadPlan(id), Keeper)).Value;
        plan.Targets.Select(target => (target.Code, target.Value, target.Assigned)).ShouldBe([("I01", 98m, 98m), ("I02", 1.5m, 2m)]);
        (await Send(new ChangePlan(id, plan.Version, Plan(new TargetInput("I01", 2026, 1))), Keeper)).Failures.Single().Code.ShouldBe("reporting_periods.target_too_low");
        Require(await Send(new ChangePlan(id, plan.Version, Plan()), Keeper));
        (await Send(new ChangePlan(id, plan.Version, Plan()), Keeper)).Failures.Single().Code.ShouldBe("platform.stale");
        Require(await Send(new ReadPlans(null, null, null), Callers.Of(Town.OtherWard, "reporting_periods.read"))).Value.Items.ShouldBeEmpty();
    }

    [Test]
    public async Task A_plan_keeps_its_file_and_its_tasks_are_on_the_list_of_all()
    {
        var id = Require(await Send(new AddPlan(Town.Ward, Plan()), Keeper)).Value;
        (await Send(new ReadPlanFile(id), Keeper)).Failures.Single().Code.ShouldBe("reporting_periods.plan_no_file");
        (await Send(new AttachPlanFile(id, "ke-hoach.docx", new MemoryStream("PK"u8.ToArray())), Keeper)).Failures.Single().Code.ShouldBe("reporting_periods.plan_not_pdf");
        Require(await Send(new AttachPlanFile(id, "ke-hoach.pdf", new MemoryStream("%PDF-1.4 a"u8.ToArray())), Keeper));
        Require(await Send(new AttachPlanFile(id, "ke-hoach-2.pdf", new MemoryStream("%PDF-1.4 b"u8.ToArray())), Keeper));
        var file = Require(await Send(new ReadPlanFile(id), Keeper)).Value;
        (file.FileName, file.Content.Length).ShouldBe(("ke-hoach-2.pdf", 10));
        (await Send(new ReadPlanFile(id), Callers.Of(Town.OtherWard, "reporting_periods.read"))).Failures.Single().Code.ShouldBe("platform.not_allowed");

        var task = Require(await Send(
            new GiveTask(null, id, new TaskContent("Mở câu lạc bộ đọc sách", Town.Ward, new DateOnly(2026, 9, 30), null, null), null, [], []), Keeper)).Value;
        Require(await Send(new ListTasks(new TaskFilter { PlanId = id }, null, null), Keeper)).Value.Items.Single().Id.ShouldBe(task);
        Require(await Send(new ReadTask(task), Keeper)).Value.Plan.ShouldBe("Kế hoạch xây dựng xã hội học tập");
    }

    private static PlanInput Plan(params TargetInput[] targets) => new(
        "45/KH-UBND", new DateOnly(2026, 1, 30), "Kế hoạch xây dựng xã hội học tập", 2026, 2030, "https://example.org/kh45", Town.Set, targets);

    /// <summary>The town's set with targets: 98 from 2026 and 99 from 2030 for literacy; for the second less is better, at most 2.</summary>
    private sealed class Catalogue(Town town) : IRequestHandler<FindCriteriaSetVersion, CriteriaSetVersion?>
    {
        public Task<CriteriaSetVersion?> Handle(FindCriteriaSetVersion request, CancellationToken cancellationToken) =>
            Task.FromResult(request.SetCode != Town.Set ? null : new CriteriaSetVersion(
                town.VersionId, Town.Set, 1, new("Bộ", "Set"), CriteriaSetOrigin.Demonstration, new DateOnly(2020, 1, 1), null, [], [],
                [
                    town.Literacy with { Direction = Direction.Higher, Target = null, Targets = [new IndicatorTarget(98) { Year = 2026 }, new IndicatorTarget(99) { Year = 2030 }] },
                    town.Completion with { Direction = Direction.Lower, Target = 2 },
                ]));
    }
}

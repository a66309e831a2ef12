using FluentValidation;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Time;
using LearningCity.CriteriaCatalog.Contracts;
using LearningCity.CriteriaCatalog.Contracts.Targets;
using LearningCity.ReportingPeriods.Domain.Meetings;
using LearningCity.ReportingPeriods.Domain.Plans;
using LearningCity.UnitRegistry.Contracts;
using MediatR;

namespace LearningCity.ReportingPeriods.Application.Plans;

/// <summary>What people send of a plan; targets by the codes of indicators.</summary>
/// <param name="Number">Number of the document.</param>
/// <param name="IssuedOn">Its date.</param>
/// <param name="Title">What it is called.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="Link">Where it can be read.</param>
/// <param name="SetCode">The criteria set of its targets.</param>
/// <param name="Targets">Its own targets.</param>
internal sealed record PlanInput(
    string? Number, DateOnly IssuedOn, string? Title, int FromYear, int ToYear, string? Link, string? SetCode, IReadOnlyList<TargetInput> Targets);

/// <summary>A target as people send it.</summary>
/// <param name="IndicatorCode">Code of the indicator.</param>
/// <param name="Year">By the end of which year.</param>
/// <param name="Value">The value to reach.</param>
internal sealed record TargetInput(string IndicatorCode, int Year, decimal Value);

internal sealed class PlanInputValidator : AbstractValidator<PlanInput>
{
    private const decimal Largest = 1_000_000_000_000_000m;

    public PlanInputValidator()
    {
        RuleFor(plan => plan.Number).RequiredText(100).OverridePropertyName("number");
        RuleFor(plan => plan.Title).RequiredText(300).OverridePropertyName("title");
        RuleFor(plan => plan.IssuedOn).Must(day => day.Year is >= 2000 and < 2200).Say("Chọn ngày ban hành.", "Choose the date of the document.")
            .OverridePropertyName("issuedOn");
        RuleFor(plan => plan.FromYear).Must((plan, year) => year is >= 2000 and < 2200 && plan.ToYear >= year && plan.ToYear < year + 30)
            .Say("Nhập năm đầu và năm cuối của kế hoạch.", "Enter the first and the last year of the plan.").OverridePropertyName("fromYear");
        RuleFor(plan => plan.Link).Must(IsLink).Say(
            "Liên kết phải bắt đầu bằng https:// hoặc http://.", "A link starts with https:// or http://.").OverridePropertyName("link");
        RuleFor(plan => plan.Targets).Must(targets => targets.Count <= 500 && targets.All(IsTarget))
            .Say("Mỗi chỉ tiêu cần mã chỉ số và giá trị.", "Each target needs the code of an indicator and a value.").OverridePropertyName("targets");
    }

    private static bool IsLink(string? link) => string.IsNullOrEmpty(link)
        || (link.Length <= 1000 && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");

    private static bool IsTarget(TargetInput? target) =>
        target is { IndicatorCode: { Length: > 0 and <= 80 } } && Math.Abs(target.Value) < Largest;
}

/// <summary>Makes a plan out of what people send: targets are those of the set in force, and none is lower than the one assigned.</summary>
internal sealed class PlanMaker(TimeProvider clock, ISender sender)
{
    internal async Task<Result<PlanContent>> MakeAsync(PlanInput input, UnitSummary unit, CancellationToken cancellationToken)
    {
        var targets = new List<PlanTarget>();
        if (input.Targets.Count > 0)
        {
            var set = await sender.Send(new FindCriteriaSetVersion(input.SetCode ?? "", CityTime.Today(clock)), cancellationToken);
            if (set is null) return MeetingFailures.UnknownSet.On("setCode", input.SetCode ?? "");
            var byCode = set.Indicators.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
            var failures = new List<Failure>();
            for (var i = 0; i < input.Targets.Count; i++)
            {
                var target = Target(input, input.Targets[i], $"targets[{i}]", byCode, unit);
                if (target.Succeeded) targets.Add(target.Value);
                else failures.AddRange(target.Failures);
            }

            if (failures.Count > 0) return Result<PlanContent>.Failed(failures);
            if (targets.GroupBy(t => (t.IndicatorId, t.Year)).FirstOrDefault(group => group.Count() > 1)?.First() is { } twice)
                return MeetingFailures.TargetTwice.On("targets", twice.Code, twice.Year);
        }

        return new PlanContent(
            input.Number!, input.IssuedOn, input.Title!, input.FromYear, input.ToYear, string.IsNullOrEmpty(input.Link) ? null : input.Link,
            targets.Count == 0 ? null : input.SetCode, targets);
    }

    private static Result<PlanTarget> Target(
        PlanInput input, TargetInput target, string field, Dictionary<string, Indicator> byCode, UnitSummary unit)
    {
        if (!byCode.TryGetValue(target.IndicatorCode, out var indicator)) return MeetingFailures.UnknownIndicator.On(field, target.IndicatorCode);
        if (target.Year < input.FromYear || target.Year > input.ToYear)
            return MeetingFailures.TargetYear.On(field, indicator.Code, input.FromYear, input.ToYear);
        var assigned = TargetResolver.Resolve(
            indicator, new TargetQuestion(new DateOnly(target.Year, 12, 31), SnakeCase.Of(unit.Type), unit.Code))?.Value;
        if (assigned is { } value && PlanTargets.FallsShort(indicator.Direction, target.Value, value))
            return MeetingFailures.TargetTooLow.On(field, indicator.Code, target.Year, value);
        return new PlanTarget(indicator.Id, indicator.Code, indicator.Name, indicator.MeasureUnit, target.Year, target.Value, assigned);
    }
}

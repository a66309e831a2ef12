using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.ReportingPeriods.Domain;
using LearningCity.UnitRegistry.Contracts;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.ReportingPeriods.Application;

/// <summary>Says which units report a criteria set from a reference date on. To send the same again changes nothing.</summary>
internal sealed record AddAssignment(
    string CycleCode, string Code, string SetCode, IReadOnlyList<string> UnitTypes, Guid? RootUnitId,
    IReadOnlyList<string>? IndicatorCodes, Guid? ReviewerUnitId, DateOnly ValidFrom, DateOnly? ValidTo,
    IReadOnlyList<Guid>? IncludedUnitIds = null, IReadOnlyList<Guid>? ExcludedUnitIds = null, IReadOnlyList<Guid>? GroupIds = null) : ICommand;

internal sealed class AddAssignmentValidator : AbstractValidator<AddAssignment>
{
    private const int MostNamedUnits = 1000;

    public AddAssignmentValidator()
    {
        RuleFor(c => c.Code).RequiredText(60);
        RuleFor(c => c.SetCode).RequiredText(60);
        RuleFor(c => c.UnitTypes)
            .Must((command, types) => types is not null && types.Count + (command.IncludedUnitIds?.Count ?? 0) + (command.GroupIds?.Count ?? 0) > 0
                && types.All(type => SnakeCase.TryParse<UnitType>(type, out _)))
            .Say("Chọn ít nhất một loại đơn vị có trong danh mục (ví dụ: ward, high_school) hoặc chọn cụm, nêu tên đơn vị.",
                "Choose at least one known type of unit, such as ward or high_school, or name groups or units.");
        RuleFor(c => c.GroupIds).Must(groups => groups is null || groups.Count <= MostNamedUnits)
            .Say("Chọn tối đa 1.000 cụm.", "Choose at most 1,000 groups.");
        RuleFor(c => c.IndicatorCodes).Must(codes => codes is null || codes.All(code => !string.IsNullOrWhiteSpace(code)))
            .Say("Mã chỉ số không được để trống.", "Indicator codes must not be empty.");
        RuleFor(c => c.IncludedUnitIds).Must(units => units is null || units.Count <= MostNamedUnits)
            .Say("Nêu tên tối đa 1.000 đơn vị.", "Name at most 1,000 units.");
        RuleFor(c => c.ExcludedUnitIds).Must(units => units is null || units.Count <= MostNamedUnits)
            .Say("Loại trừ tối đa 1.000 đơn vị.", "Leave out at most 1,000 units.");
        RuleFor(c => c.ValidTo).Must((command, to) => to is null || to >= command.ValidFrom)
            .Say("Ngày kết thúc phải từ ngày bắt đầu trở đi.", "The last day must not lie before the first.");
    }
}

internal sealed class AddAssignmentHandler(IReportingPeriodsDb db, Guardian guardian) : ICommandHandler<AddAssignment>
{
    public async Task<Result> Handle(AddAssignment request, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(ReportingPeriodsPermissions.Manage) is { Succeeded: false } refused) return refused;
        var cycle = await db.Cycles.AsNoTracking().FirstOrDefaultAsync(c => c.Code == request.CycleCode, cancellationToken);
        if (cycle is null) return PeriodFailures.UnknownCycle.With(request.CycleCode);
        if (await FindAsync(cycle.Id, request.Code, cancellationToken) is { } existing) return Repeat(existing, request);
        db.Assignments.Add(new Assignment
        {
            Id = Ids.New(),
            CycleId = cycle.Id,
            Code = request.Code,
            SetCode = request.SetCode,
            UnitTypes = [.. request.UnitTypes.Distinct(StringComparer.Ordinal)],
            RootUnitId = request.RootUnitId,
            IndicatorCodes = request.IndicatorCodes ?? [],
            ReviewerUnitId = request.ReviewerUnitId,
            GroupIds = request.GroupIds ?? [],
            IncludedUnitIds = request.IncludedUnitIds ?? [],
            ExcludedUnitIds = request.ExcludedUnitIds ?? [],
            ValidFrom = request.ValidFrom,
            ValidTo = request.ValidTo,
        });
        db.Audit(new AuditEntry("reporting_periods.add_assignment", "assignment", request.Code, request.RootUnitId, request));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Ok;
        }
        catch (DbUpdateException exception) when (db.IsUniqueViolation(exception))
        {
            db.Forget();
            return Repeat((await FindAsync(cycle.Id, request.Code, cancellationToken))!, request);
        }
    }

    private Task<Assignment?> FindAsync(Guid cycleId, string code, CancellationToken cancellationToken) =>
        db.Assignments.AsNoTracking().FirstOrDefaultAsync(a => a.CycleId == cycleId && a.Code == code, cancellationToken);

    private static Result Repeat(Assignment existing, AddAssignment request) =>
        existing.SetCode == request.SetCode && existing.UnitTypes.SequenceEqual(request.UnitTypes.Distinct(StringComparer.Ordinal))
        && existing.RootUnitId == request.RootUnitId && existing.ReviewerUnitId == request.ReviewerUnitId
        && existing.IndicatorCodes.SequenceEqual(request.IndicatorCodes ?? [])
        && existing.GroupIds.SequenceEqual(request.GroupIds ?? [])
        && existing.IncludedUnitIds.SequenceEqual(request.IncludedUnitIds ?? [])
        && existing.ExcludedUnitIds.SequenceEqual(request.ExcludedUnitIds ?? [])
        && existing.ValidFrom == request.ValidFrom && existing.ValidTo == request.ValidTo
            ? Result.Ok
            : PeriodFailures.AssignmentCodeTaken.On("code", request.Code);
}

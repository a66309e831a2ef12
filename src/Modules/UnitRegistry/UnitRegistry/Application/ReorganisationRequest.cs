using FluentValidation;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Contracts;
using LearningCity.UnitRegistry.Domain;
using MediatR;

namespace LearningCity.UnitRegistry.Application;

/// <summary>One decision as callers send it: units to be founded carry a reference, by which its own lines name them.</summary>
internal sealed record EnterReorganisation(ReorganisationRequest Request, bool Preview, AppliedDraft? Draft = null) : ICommand<ReorganisationOutcome>;

/// <summary>One decision.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="DecisionNumber">Number and symbol.</param>
/// <param name="DecidedOn">Its date.</param>
/// <param name="EffectiveOn">First day of the new state.</param>
/// <param name="Note">What it says, in short.</param>
/// <param name="NewUnits">Units that it founds.</param>
/// <param name="Transfers">What goes where.</param>
/// <param name="Changes">Units that go on with another name, code, type or place.</param>
/// <param name="Closes">Units that end; those that go whole into another need not be named.</param>
/// <param name="CorrectsId">The mistaken reorganisation that this one corrects.</param>
/// <param name="HandOvers">Who answers for what ending units still owe; for a unit that goes whole into another, that one unless named here.</param>
/// <param name="DecisionFile">The scanned decision, by the hash under which it was kept.</param>
internal sealed record ReorganisationRequest(
    ReorganisationKind Kind, string DecisionNumber, DateOnly DecidedOn, DateOnly EffectiveOn, string? Note,
    IReadOnlyList<NewUnitRequest>? NewUnits, IReadOnlyList<TransferRequest>? Transfers, IReadOnlyList<UnitChangeRequest>? Changes,
    IReadOnlyList<Guid>? Closes, Guid? CorrectsId, IReadOnlyList<HandOverRequest>? HandOvers = null,
    string? DecisionFile = null);

/// <summary>A unit to be founded.</summary>
internal sealed record NewUnitRequest(string Ref, string Code, LocalText Name, UnitType Type, Guid? LiesInId, Guid? ReportsToId);

/// <summary>One line: the receiving unit by its id, or by the reference of a new one.</summary>
internal sealed record TransferRequest(
    Guid FromUnitId, Guid? ToUnitId, string? ToRef, TransferExtent Extent, decimal? Share, ShareBasis? Basis);

/// <summary>A unit that goes on; its new place by id, or by the reference of a new unit.</summary>
internal sealed record UnitChangeRequest(
    Guid UnitId, string? Code, LocalText? Name, UnitType? Type, Guid? LiesInId, Guid? ReportsToId, string? LiesInRef = null, string? ReportsToRef = null);

/// <summary>Who answers for what an ending unit still owes: by its id, or by the reference of a new one.</summary>
internal sealed record HandOverRequest(Guid FromUnitId, Guid? ToUnitId, string? ToRef);

internal sealed class EnterReorganisationValidator : AbstractValidator<EnterReorganisation>
{
    private const int MostLines = 1000;
    private static readonly DateOnly Earliest = new(1945, 9, 2);
    private static readonly DateOnly Latest = new(2199, 12, 31);

    public EnterReorganisationValidator()
    {
        RuleFor(command => command.Request.DecisionNumber!).RequiredText(100).OverridePropertyName("decisionNumber");
        RuleFor(command => command.Request.Note).MaximumLength(2000).OverridePropertyName("note")
            .Say("Ghi chú tối đa 2000 ký tự.", "The note has at most 2000 characters.");
        RuleFor(command => command.Request.DecisionFile).Matches("^[0-9a-f]{64}$").OverridePropertyName("decisionFile")
            .Say("Mã tệp quyết định gồm 64 chữ số thập lục phân.", "A decision file is named by 64 hexadecimal digits.");
        RuleFor(command => command.Request.EffectiveOn).InclusiveBetween(Earliest, Latest).OverridePropertyName("effectiveOn")
            .Say("Vui lòng nhập ngày hiệu lực từ 02/09/1945 đến 31/12/2199.", "Enter an effective date from 2 September 1945 to 31 December 2199.");
        RuleFor(command => command.Request.Transfers).Must(IsList).OverridePropertyName("transfers")
            .Say("Tối đa 1000 dòng trong một quyết định, không có dòng trống.", "At most 1000 lines in one decision, none of them null.");
        RuleFor(command => command.Request.Changes).Must(IsList).OverridePropertyName("changes")
            .Say("Tối đa 1000 thay đổi trong một quyết định, không có dòng trống.", "At most 1000 changes in one decision, none of them null.");
        RuleFor(command => command.Request.Closes).Must(lines => lines is null || lines.Count <= MostLines).OverridePropertyName("closes")
            .Say("Tối đa 1000 đơn vị kết thúc trong một quyết định.", "At most 1000 closing units in one decision.");
        RuleFor(command => command.Request.NewUnits).Must(IsList).OverridePropertyName("newUnits")
            .Say("Tối đa 1000 đơn vị mới trong một quyết định, không có dòng trống.", "At most 1000 new units in one decision, none of them null.");
        RuleForEach(command => command.Request.NewUnits).ChildRules(unit =>
        {
            unit.RuleFor(row => row.Ref!).RequiredText(100);
            unit.RuleFor(row => row.Code!).RequiredText(64);
            unit.RuleFor(row => row.Name).Must(IsName).Say("Vui lòng nhập tên tiếng Việt, tối đa 200 ký tự.", "Enter a name in Vietnamese of at most 200 characters.");
        }).OverridePropertyName("newUnits");
        RuleForEach(command => command.Request.Changes).ChildRules(change =>
        {
            change.RuleFor(row => row.Code).Must(code => code is null || code.Length is > 0 and <= 64)
                .Say("Mã có từ 1 đến 64 ký tự.", "A code has 1 to 64 characters.");
            change.RuleFor(row => row.Name).Must(name => name is null || IsName(name))
                .Say("Vui lòng nhập tên tiếng Việt, tối đa 200 ký tự.", "Enter a name in Vietnamese of at most 200 characters.");
        }).OverridePropertyName("changes");
        RuleFor(command => command.Request.HandOvers).Must(IsList).OverridePropertyName("handOvers")
            .Say("Tối đa 1000 dòng bàn giao trong một quyết định, không có dòng trống.", "At most 1000 hand-overs in one decision, none of them null.");
        RuleForEach(command => command.Request.HandOvers).ChildRules(line => line
            .RuleFor(row => row).Must(row => row.ToUnitId is null != row.ToRef is null).OverridePropertyName("toUnitId")
            .Say("Vui lòng nhập toUnitId hoặc toRef, không nhập cả hai.", "Give either toUnitId or toRef.")).OverridePropertyName("handOvers");
        RuleForEach(command => command.Request.Transfers).ChildRules(transfer =>
        {
            transfer.RuleFor(row => row.Share).InclusiveBetween(0, 1).Say("Tỷ lệ từ 0 đến 1.", "A share is between 0 and 1.");
            transfer.RuleFor(row => row).Must(row => row.ToUnitId is null != row.ToRef is null).OverridePropertyName("toUnitId")
                .Say("Vui lòng nhập toUnitId hoặc toRef, không nhập cả hai.", "Give either toUnitId or toRef.");
        }).OverridePropertyName("transfers");
    }

    private static bool IsList<T>(IReadOnlyList<T>? lines)
        where T : class => lines is null || (lines.Count <= MostLines && lines.All(line => line is not null));

    private static bool IsName(LocalText? name) =>
        name is { Vi: not null, En: not null } && !string.IsNullOrWhiteSpace(name.Vi) && name.Vi.Length <= 200 && name.En.Length <= 200;
}

internal sealed class EnterReorganisationHandler(ISender sender, ReorganisationTouchReader touches) : ICommandHandler<EnterReorganisation, ReorganisationOutcome>
{
    public async Task<Result<ReorganisationOutcome>> Handle(EnterReorganisation command, CancellationToken cancellationToken)
    {
        var plan = Plan(command.Request);
        if (!plan.Succeeded) return plan.WithoutValue();

        // Who takes over must be known before anything is applied: the check runs on a preview, whose effects the real thing repeats.
        var preview = await sender.Send(new Reorganise([plan.Value], Preview: true), cancellationToken);
        if (!preview.Succeeded) return preview.WithoutValue();
        var found = await touches.ReadAsync(plan.Value, preview.Value[0].Effects, cancellationToken);
        if (command.Preview) return preview.Value[0] with { Touches = found };
        if (found.Unassigned is [var unitId, ..])
        {
            return UnitRegistryFailures.HandOverMissing.On(
                "handOvers", preview.Value[0].Names[unitId],
                found.Reports.Count(report => report.UnitId == unitId) + found.Obligations.Count(line => line.Reviews && line.UnitId == unitId));
        }

        var outcomes = await sender.Send(new Reorganise([plan.Value], Preview: false, command.Draft), cancellationToken);
        return outcomes.Succeeded ? outcomes.Value[0] with { Touches = found } : outcomes.WithoutValue();
    }

    private static Result<ReorganisationPlan> Plan(ReorganisationRequest request)
    {
        var newUnits = request.NewUnits ?? [];
        var ids = new Dictionary<string, Guid>();
        for (var i = 0; i < newUnits.Count; i++)
        {
            if (!ids.TryAdd(newUnits[i].Ref, Ids.New()))
                return UnitRegistryFailures.WrongShape.On($"newUnits[{i}].ref", new LocalText("mỗi ref chỉ dùng một lần.", "each ref is used once."));
        }

        var transfers = request.Transfers ?? [];
        for (var i = 0; i < transfers.Count; i++)
        {
            if (transfers[i].ToRef is { } unknown && !ids.ContainsKey(unknown)) return UnitRegistryFailures.UnitNotFound.On($"transfers[{i}].toRef");
        }

        var handOvers = request.HandOvers ?? [];
        for (var i = 0; i < handOvers.Count; i++)
        {
            if (handOvers[i].ToRef is { } unknown && !ids.ContainsKey(unknown)) return UnitRegistryFailures.UnitNotFound.On($"handOvers[{i}].toRef");
        }

        var changes = request.Changes ?? [];
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].LiesInRef is { } area && !ids.ContainsKey(area)) return UnitRegistryFailures.UnitNotFound.On($"changes[{i}].liesInRef");
            if (changes[i].ReportsToRef is { } above && !ids.ContainsKey(above)) return UnitRegistryFailures.UnitNotFound.On($"changes[{i}].reportsToRef");
        }

        Guid? Place(Guid? unitId, string? reference) => reference is { } known ? ids[known] : unitId;
        Guid Taker(Guid? unitId, string? reference) => reference is { } known ? ids[known] : unitId!.Value;
        var named = handOvers.Select(line => new PlannedHandOver(line.FromUnitId, Taker(line.ToUnitId, line.ToRef))).ToList();

        // What goes whole into another unit is answered for by that one, unless the decision says otherwise.
        var whole = transfers.Where(line => line.Extent == TransferExtent.Whole && named.TrueForAll(known => known.FromUnitId != line.FromUnitId))
            .Select(line => new PlannedHandOver(line.FromUnitId, Taker(line.ToUnitId, line.ToRef))).DistinctBy(line => line.FromUnitId);

        return new ReorganisationPlan(
            request.Kind, request.DecisionNumber, request.DecidedOn, request.EffectiveOn, request.Note ?? "",
            [.. newUnits.Select(unit => new NewUnit(
                ids[unit.Ref], unit.Code, unit.Name, unit.Type, request.EffectiveOn, null,
                [.. Places(unit.LiesInId, unit.ReportsToId, request.EffectiveOn)]))],
            [.. transfers.Select(line => new PlannedTransfer(
                line.FromUnitId, Taker(line.ToUnitId, line.ToRef), line.Extent, line.Share, line.Basis))],
            [.. changes.Select(change => new UnitChange(
                change.UnitId, change.Code, change.Name, change.Type, Place(change.LiesInId, change.LiesInRef), Place(change.ReportsToId, change.ReportsToRef)))],
            request.Closes ?? [], request.CorrectsId, [.. named, .. whole], request.DecisionFile);
    }

    private static IEnumerable<NewPlace> Places(Guid? liesIn, Guid? reportsTo, DateOnly from)
    {
        if (liesIn is { } area) yield return new NewPlace(UnitRelation.LiesIn, area, from, null);
        if (reportsTo is { } above) yield return new NewPlace(UnitRelation.ReportsTo, above, from, null);
    }
}

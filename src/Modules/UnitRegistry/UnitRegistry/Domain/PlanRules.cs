using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.UnitRegistry.Contracts;

namespace LearningCity.UnitRegistry.Domain;

/// <summary>What must hold of a plan before it is carried out.</summary>
internal static class PlanRules
{
    internal static Result Check(ReorganisationPlan plan, UnitBook book)
    {
        Failure?[] failures =
        [
            Shape(plan),
            .. plan.Transfers.Select((transfer, i) => Exists(plan, book, transfer.FromUnitId, $"transfers[{i}].fromUnitId", before: true)),
            .. plan.Transfers.Select((transfer, i) => Exists(plan, book, transfer.ToUnitId, $"transfers[{i}].toUnitId", before: false)),
            .. plan.Changes.Select((change, i) => Exists(plan, book, change.UnitId, $"changes[{i}].unitId", before: true)),
            .. plan.Changes.Select((change, i) => Exists(plan, book, change.LiesIn, $"changes[{i}].liesInId", before: false)),
            .. plan.Changes.Select((change, i) => Exists(plan, book, change.ReportsTo, $"changes[{i}].reportsToId", before: false)),
            .. plan.NewUnits.SelectMany((unit, i) => unit.Places.Select(place =>
                Exists(plan, book, place.ParentId, $"newUnits[{i}].{(place.Relation == UnitRelation.LiesIn ? "liesInId" : "reportsToId")}", before: false))),
            .. plan.Closes.Select((unitId, i) => Exists(plan, book, unitId, $"closes[{i}]", before: true)),
            .. (plan.HandOvers ?? []).Select((line, i) => Exists(plan, book, line.ToUnitId, $"handOvers[{i}].toUnitId", before: false)),
            .. HandOvers(plan),
            .. Extents(plan, book),
        ];
        var found = failures.OfType<Failure>().ToList();
        return found.Count == 0 ? Result.Ok : Result.Failed(found);
    }

    private static Failure? Shape(ReorganisationPlan plan)
    {
        LocalText? missing = plan.Kind switch
        {
            ReorganisationKind.Merge when !plan.Transfers.Any(transfer => transfer.Extent == TransferExtent.Whole) => new(
                "sáp nhập cần ít nhất một đơn vị nhập toàn bộ (extent whole).", "a merger needs at least one unit that goes whole."),
            ReorganisationKind.PartialTransfer when !plan.Transfers.Any(transfer => transfer.Extent == TransferExtent.Part) => new(
                "chuyển một phần cần ít nhất một dòng extent part.", "a partial transfer needs at least one line with the extent part."),
            ReorganisationKind.Split when plan.Transfers.Count(transfer => transfer.Extent == TransferExtent.Part) < 2 => new(
                "chia tách cần ít nhất hai dòng extent part.", "a split needs at least two lines with the extent part."),
            ReorganisationKind.Rename when !plan.Changes.Any(change => change.Name is not null || change.Code is not null) => new(
                "đổi tên cần tên mới hoặc mã mới trong changes.", "a renaming needs a new name or code in changes."),
            ReorganisationKind.ChangeType when !plan.Changes.Any(change => change.Type is not null) => new(
                "đổi loại cần loại mới trong changes.", "a change of type needs a new type in changes."),
            ReorganisationKind.Move when !plan.Changes.Any(change => change.LiesIn is not null || change.ReportsTo is not null) => new(
                "chuyển nơi trực thuộc cần đơn vị cấp trên mới trong changes.", "a move needs a new parent in changes."),
            ReorganisationKind.Close when plan.Closes.Count == 0 => new(
                "kết thúc hoạt động cần ít nhất một đơn vị trong closes.", "closing needs at least one unit in closes."),
            ReorganisationKind.Annul when plan.CorrectsId is null => new(
                "hủy bản ghi cần correctsId của bản ghi nhầm.", "to annul a record needs the mistaken one in correctsId."),
            ReorganisationKind.Annul when plan.NewUnits.Count + plan.Transfers.Count + plan.Changes.Count + plan.Closes.Count > 0 => new(
                "hủy bản ghi không kèm thay đổi nào khác.", "to annul a record brings no other change."),
            _ => null,
        };
        return missing is null ? null : UnitRegistryFailures.WrongShape.On("kind", missing);
    }

    private static Failure? Exists(ReorganisationPlan plan, UnitBook book, Guid? unitId, string field, bool before)
    {
        if (unitId is not { } id) return null;
        if (plan.NewUnits.FirstOrDefault(unit => unit.Id == id) is not null)
            return before ? UnitRegistryFailures.UnitNotFound.On(field) : null;
        if (book.Find(id) is not { } unit) return UnitRegistryFailures.UnitNotFound.On(field);
        var day = before ? Validity.DayBefore(plan.EffectiveOn) : plan.EffectiveOn;
        return unit.Life.Contains(day) ? null : UnitRegistryFailures.NotThen.On(field, book.NameOf(id, day), day);
    }

    /// <summary>Only a unit that ends hands over, once, and not to one that ends too.</summary>
    private static IEnumerable<Failure?> HandOvers(ReorganisationPlan plan)
    {
        var ending = plan.EndingUnits.ToHashSet();
        var lines = plan.HandOvers ?? [];
        for (var i = 0; i < lines.Count; i++)
        {
            if (!ending.Contains(lines[i].FromUnitId) || ending.Contains(lines[i].ToUnitId) || lines.Take(i).Any(line => line.FromUnitId == lines[i].FromUnitId))
            {
                yield return UnitRegistryFailures.WrongShape.On($"handOvers[{i}].fromUnitId", new LocalText(
                    "mỗi đơn vị kết thúc bàn giao một lần, cho một đơn vị không kết thúc.", "each unit that ends hands over once, to one that does not end."));
            }
        }
    }

    private static IEnumerable<Failure?> Extents(ReorganisationPlan plan, UnitBook book)
    {
        for (var i = 0; i < plan.Transfers.Count; i++)
        {
            var transfer = plan.Transfers[i];
            var isSelf = transfer.FromUnitId == transfer.ToUnitId;
            if (isSelf != (transfer.Extent == TransferExtent.Unchanged))
            {
                yield return UnitRegistryFailures.WrongShape.On($"transfers[{i}].extent", new LocalText(
                    "unchanged dùng khi và chỉ khi đơn vị nhận chính là đơn vị cũ.", "unchanged is for a unit that goes on as itself, and only for it."));
            }

            if (transfer.Share is not null && transfer.Extent != TransferExtent.Part)
            {
                yield return UnitRegistryFailures.WrongShape.On($"transfers[{i}].share", new LocalText(
                    "tỷ lệ chỉ dùng cho một phần (extent part).", "a share is for a part only (extent part)."));
            }
        }

        foreach (var group in plan.Transfers.GroupBy(transfer => transfer.FromUnitId))
        {
            var name = book.NameOf(group.Key, Validity.DayBefore(plan.EffectiveOn));
            var given = book.GivenAway(group.Key, plan.EffectiveOn).ToList();
            var extents = group.Select(transfer => transfer.Extent).Concat(given.Select(transfer => transfer.Extent)).ToList();
            if (extents.Count > 1 && extents.Exists(extent => extent != TransferExtent.Part))
                yield return UnitRegistryFailures.TransferredTwice.On("transfers", name);
            var sum = group.Sum(transfer => transfer.Share ?? 0) + given.Sum(transfer => transfer.Share ?? 0);
            if (sum > 1) yield return UnitRegistryFailures.SharesAboveOne.On("transfers", name, sum);
        }
    }
}

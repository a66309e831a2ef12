using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application;

/// <summary>Enters units, each with its place in the trees over time. All or none.</summary>
internal sealed record RegisterUnits(IReadOnlyList<NewUnit> Units) : ICommand<int>;

internal sealed class RegisterUnitsHandler(Registrar registrar, Guardian guardian) : ICommandHandler<RegisterUnits, int>
{
    public async Task<Result<int>> Handle(RegisterUnits command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        if (command.Units.Count == 0) return 0;
        var newIds = command.Units.Select(unit => unit.Id).ToHashSet();
        var parents = command.Units.SelectMany(unit => unit.Places).Select(place => place.ParentId).Where(id => !newIds.Contains(id)).Distinct();
        var book = await registrar.OpenAsync(parents, [], DateOnly.MinValue, cancellationToken);
        var recording = registrar.Record();
        foreach (var unit in command.Units) book.Found(unit, recording);
        for (var i = 0; i < command.Units.Count; i++)
        {
            if (Misplaced(command.Units[i], i, book) is { } failure) return failure;
        }

        var earliest = command.Units.Min(unit => unit.FoundedOn);
        var saved = await registrar.SaveAsync(
            book, newIds, earliest,
            new AuditEntry("unit_registry.units_registered", "unit", "batch", null, new { command.Units.Count }), cancellationToken);
        return saved.Succeeded ? command.Units.Count : saved;
    }

    private static Failure? Misplaced(NewUnit unit, int row, UnitBook book)
    {
        foreach (var place in unit.Places)
        {
            if (book.Find(place.ParentId) is not { } parent) return UnitRegistryFailures.UnitNotFound.On($"units[{row}].places");
            var days = new Validity(place.From, place.To).Intersect(new Validity(unit.FoundedOn, unit.ClosedOn));
            if (days.IsEmpty || parent.Life.Covers(days)) continue;
            var day = parent.Life.Contains(days.From) ? parent.ClosedOn!.Value.AddDays(1) : days.From;
            return UnitRegistryFailures.NotThen.On($"units[{row}].places", book.NameOf(place.ParentId, day), day);
        }

        return null;
    }
}

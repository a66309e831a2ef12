using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application;

/// <summary>Carries out decisions on units, in order, all or none; or, as a preview, says what they would do and changes nothing.</summary>
internal sealed record Reorganise(IReadOnlyList<ReorganisationPlan> Plans, bool Preview) : ICommand<IReadOnlyList<ReorganisationOutcome>>;

internal sealed class ReorganiseHandler(
    IUnitRegistryDb db, Registrar registrar, Derivation derivation, Corrections corrections, ICurrentUser user, Guardian guardian)
    : ICommandHandler<Reorganise, IReadOnlyList<ReorganisationOutcome>>
{
    public async Task<Result<IReadOnlyList<ReorganisationOutcome>>> Handle(Reorganise command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        if (command.Plans.Count == 0) return Result<IReadOnlyList<ReorganisationOutcome>>.Failed([PlatformFailures.NotFound]);
        try
        {
            return await CarryOutAsync(command, cancellationToken);
        }
        finally
        {
            if (command.Preview) db.Forget();
        }
    }

    private async Task<Result<IReadOnlyList<ReorganisationOutcome>>> CarryOutAsync(Reorganise command, CancellationToken cancellationToken)
    {
        var ending = command.Plans.SelectMany(plan => plan.EndingUnits).ToHashSet();
        var earliest = command.Plans.Min(plan => plan.EffectiveOn);
        var mistaken = command.Plans.Select(plan => plan.CorrectsId).OfType<Guid>().ToHashSet();
        var book = await registrar.OpenAsync(command.Plans.SelectMany(plan => plan.MentionedUnits), ending, earliest, cancellationToken, mistaken);
        var outcomes = new List<ReorganisationOutcome>();
        var change = new RegistryChange(book);
        foreach (var plan in command.Plans)
        {
            var record = RecordOf(plan);
            var recording = registrar.Record(record.Id);
            var takenBack = await TakeBackAsync(plan, book, record, recording, cancellationToken);
            if (!takenBack.Succeeded) return takenBack.WithoutValue();
            var applied = book.Apply(plan, record.Transfers, recording);
            if (!applied.Succeeded) return applied.WithoutValue();
            var effects = applied.Value with { TakenBack = takenBack.Value };
            change.Add(record, effects.Touched, HandOversOf(plan, record));
            outcomes.Add(await OutcomeAsync(command.Preview ? null : record.Id, effects, plan.EffectiveOn, book, cancellationToken));
        }

        var done = command.Preview
            ? await CheckAsync(change, cancellationToken)
            : await registrar.SaveAsync(change, earliest, Entry(change), cancellationToken);
        return done.Succeeded ? outcomes : done;
    }

    private async Task<Result<IReadOnlyList<Guid>>> TakeBackAsync(
        ReorganisationPlan plan, UnitBook book, Reorganisation record, Recording recording, CancellationToken cancellationToken)
    {
        var found = await corrections.FindAsync(plan.CorrectsId, cancellationToken);
        if (!found.Succeeded) return found.WithoutValue();
        if (found.Value is not { } mistake) return new List<Guid>();
        if (await corrections.BuiltUponAsync(mistake, book, cancellationToken) is { } failure) return failure;
        mistake.Record.CorrectBy(record.Id, recording.At);
        foreach (var handOver in await db.HandOvers.Where(row => row.ReorganisationId == mistake.Record.Id && row.SupersededAt == null).ToListAsync(cancellationToken))
            handOver.Supersede(recording.At);
        return book.TakeBack(mistake.Record.Id, mistake.Line, recording);
    }

    private async Task<Result> CheckAsync(RegistryChange change, CancellationToken cancellationToken)
    {
        var codes = await derivation.CheckCodesAsync(change.Book, change.Touched, cancellationToken);
        return codes.Succeeded ? (await derivation.DeriveAsync(change, cancellationToken)).WithoutValue() : codes;
    }

    /// <summary>Units as they are on the eve and on the day, and the names of all that are mentioned there.</summary>
    private async Task<ReorganisationOutcome> OutcomeAsync(
        Guid? recordId, ReorganisationEffects effects, DateOnly day, UnitBook book, CancellationToken cancellationToken)
    {
        var changes = effects.Touched.Select(unitId => new UnitBeforeAndAfter(
            unitId, book.Find(unitId)!.On(Validity.DayBefore(day)), book.Find(unitId)!.On(day))).ToList();
        var names = effects.Touched.ToDictionary(unitId => unitId, unitId => book.NameOf(unitId, day));
        var parents = changes.SelectMany(row => new[] { row.Before?.LiesInId, row.Before?.ReportsToId, row.After?.LiesInId, row.After?.ReportsToId })
            .OfType<Guid>().Distinct().Where(id => !names.ContainsKey(id)).ToArray();
        foreach (var portion in parents.Chunk(Registrar.Portion))
        {
            foreach (var name in await db.Names.AsNoTracking().Where(name => portion.Contains(name.UnitId) && name.SupersededAt == null)
                .OrderBy(name => name.ValidFrom).ToListAsync(cancellationToken))
            {
                if (name.ValidFrom <= day || !names.ContainsKey(name.UnitId)) names[name.UnitId] = new LocalText(name.Vi, name.En);
            }
        }

        foreach (var parentId in parents.Where(id => !names.ContainsKey(id))) names[parentId] = book.NameOf(parentId, day);
        return new ReorganisationOutcome(recordId, effects, names, changes);
    }

    private IEnumerable<HandOver> HandOversOf(ReorganisationPlan plan, Reorganisation record) => (plan.HandOvers ?? []).Select(line => new HandOver
    {
        FromUnitId = line.FromUnitId,
        ToUnitId = line.ToUnitId,
        From = plan.EffectiveOn,
        ReorganisationId = record.Id,
        Note = "",
        RecordedAt = record.RecordedAt,
        RecordedBy = user.Id,
    });

    private Reorganisation RecordOf(ReorganisationPlan plan)
    {
        var id = Ids.New();
        var record = new Reorganisation
        {
            Id = id,
            Kind = plan.Kind,
            DecisionNumber = plan.DecisionNumber,
            DecidedOn = plan.DecidedOn,
            EffectiveOn = plan.EffectiveOn,
            Note = plan.Note,
            RecordedAt = registrar.Record().At,
            RecordedBy = user.Id,
            CorrectsId = plan.CorrectsId,
        };
        record.Transfers.AddRange(plan.Transfers.Select(transfer => new Transfer
        {
            Id = Ids.New(),
            ReorganisationId = id,
            FromUnitId = transfer.FromUnitId,
            ToUnitId = transfer.ToUnitId,
            Extent = transfer.Extent,
            Share = transfer.Share,
            Basis = transfer.Basis,
            EffectiveOn = plan.EffectiveOn,
        }));
        return record;
    }

    private static AuditEntry Entry(RegistryChange change) => new(
        "unit_registry.units_reorganised", "reorganisation", change.Records is [var only] ? only.Id.ToString() : "batch", null,
        new
        {
            decisions = change.Records.Select(record => record.DecisionNumber).Distinct(),
            records = change.Records.Count,
            units = change.Touched.Count,
            corrects = change.Records.Select(record => record.CorrectsId).OfType<Guid>(),
        });
}

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
/// <param name="Plans">The decisions.</param>
/// <param name="Preview">Whether to change nothing.</param>
/// <param name="Draft">The draft that is carried out by this, and is marked so in the same transaction; null if there is none.</param>
internal sealed record Reorganise(IReadOnlyList<ReorganisationPlan> Plans, bool Preview, AppliedDraft? Draft = null)
    : ICommand<IReadOnlyList<ReorganisationOutcome>>;

/// <summary>A draft in the version in which it is carried out.</summary>
internal sealed record AppliedDraft(Guid Id, int Version);

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
            if (plan.DecisionFile is { } hash && !await db.DecisionFiles.AnyAsync(file => file.Hash == hash, cancellationToken))
                return UnitRegistryFailures.DecisionUnknown.On("decisionFile");
            var record = RecordOf(plan);
            var recording = registrar.Record(record.Id);
            var takenBack = await TakeBackAsync(plan, book, record, recording, cancellationToken);
            if (!takenBack.Succeeded) return takenBack.WithoutValue();
            var outcome = book.Apply(plan, record.Transfers, recording);
            if (!outcome.Succeeded) return outcome.WithoutValue();
            var effects = outcome.Value with { TakenBack = takenBack.Value };
            change.Add(record, effects.Touched, HandOversOf(plan, record));
            outcomes.Add(await OutcomeAsync(command.Preview ? null : record.Id, effects, plan, book, cancellationToken));
        }

        if (!command.Preview && command.Draft is { } applied && await MarkAsync(applied, change, cancellationToken) is { } stale) return stale;
        var done = command.Preview
            ? await CheckAsync(change, cancellationToken)
            : await registrar.SaveAsync(change, earliest, Entry(change), cancellationToken);
        return done.Succeeded ? outcomes : done;
    }

    /// <summary>Marks the draft as carried out; it is saved with the change. The refusal, if somebody else had it in hands.</summary>
    private async Task<Failure?> MarkAsync(AppliedDraft applied, RegistryChange change, CancellationToken cancellationToken)
    {
        var draft = await db.Drafts.FirstOrDefaultAsync(row => row.Id == applied.Id, cancellationToken);
        if (draft is null || draft.Version != applied.Version) return PlatformFailures.Stale;
        if (draft.ReorganisationId is not null) return UnitRegistryFailures.DraftApplied;
        draft.Apply(change.Records[0].Id, change.Records[0].RecordedAt);
        return null;
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
        Guid? recordId, ReorganisationEffects effects, ReorganisationPlan plan, UnitBook book, CancellationToken cancellationToken)
    {
        var day = plan.EffectiveOn;
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
        return new ReorganisationOutcome(recordId, effects, names, changes, Totals(plan, book));
    }

    /// <summary>Along <c>lies in</c>: whatever went from one unit to another under the same parent changes nothing above it.</summary>
    private static KeptTotals Totals(ReorganisationPlan plan, UnitBook book)
    {
        var (eve, day) = (Validity.DayBefore(plan.EffectiveOn), plan.EffectiveOn);
        Guid? Above(Guid unitId, DateOnly on) => book.Find(unitId)?.ParentOn(UnitRelation.LiesIn, on);
        var moves = plan.Transfers.Select(line => (Before: Above(line.FromUnitId, eve), After: Above(line.ToUnitId, day)))
            .Concat(plan.Changes.Select(change => (Before: Above(change.UnitId, eve), After: Above(change.UnitId, day))))
            .Concat(plan.Closes.Select(unitId => (Before: Above(unitId, eve), After: Above(unitId, eve)))).ToList();
        var parents = moves.SelectMany(move => new[] { move.Before, move.After }).OfType<Guid>().Distinct().ToList();
        return new KeptTotals(parents.Count(parent => moves.TrueForAll(move => move.Before == move.After || (move.Before != parent && move.After != parent))), parents.Count);
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
            DecisionFileHash = plan.DecisionFile,
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

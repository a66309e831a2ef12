using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application;

/// <summary>Carries out decisions on units, in order, all or none; or, as a preview, says what they would do and changes nothing.</summary>
internal sealed record Reorganise(IReadOnlyList<ReorganisationPlan> Plans, bool Preview) : ICommand<IReadOnlyList<ReorganisationOutcome>>;

/// <summary>What a decision did, or would do.</summary>
/// <param name="ReorganisationId">Of the record; null for a preview.</param>
/// <param name="Effects">What happens to which unit.</param>
/// <param name="Names">Names of the units in the effects, by id.</param>
internal sealed record ReorganisationOutcome(
    Guid? ReorganisationId, ReorganisationEffects Effects, IReadOnlyDictionary<Guid, BuildingBlocks.Contracts.LocalText> Names);

internal sealed class ReorganiseHandler(Registrar registrar, Derivation derivation, ICurrentUser user, Guardian guardian)
    : ICommandHandler<Reorganise, IReadOnlyList<ReorganisationOutcome>>
{
    public async Task<Result<IReadOnlyList<ReorganisationOutcome>>> Handle(Reorganise command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        if (command.Plans.Count == 0) return Result<IReadOnlyList<ReorganisationOutcome>>.Failed([PlatformFailures.NotFound]);
        var ending = command.Plans.SelectMany(plan => plan.EndingUnits).ToHashSet();
        var earliest = command.Plans.Min(plan => plan.EffectiveOn);
        var book = await registrar.OpenAsync(command.Plans.SelectMany(plan => plan.MentionedUnits), ending, earliest, cancellationToken);
        var outcomes = new List<ReorganisationOutcome>();
        var records = new List<Reorganisation>();
        var touched = new HashSet<Guid>();
        foreach (var plan in command.Plans)
        {
            var record = RecordOf(plan);
            var applied = book.Apply(plan, record.Transfers, registrar.Record(record.Id));
            if (!applied.Succeeded) return applied.WithoutValue();
            records.Add(record);
            touched.UnionWith(applied.Value.Touched);
            outcomes.Add(new ReorganisationOutcome(
                command.Preview ? null : record.Id, applied.Value,
                applied.Value.Touched.ToDictionary(unitId => unitId, unitId => book.NameOf(unitId, plan.EffectiveOn))));
        }

        var done = command.Preview
            ? await CheckAsync(book, touched, cancellationToken)
            : await registrar.SaveAsync(book, touched, records, earliest, Entry(records, touched), cancellationToken);
        return done.Succeeded ? outcomes : done;
    }

    private async Task<Result> CheckAsync(UnitBook book, HashSet<Guid> touched, CancellationToken cancellationToken)
    {
        var codes = await derivation.CheckCodesAsync(book, touched, cancellationToken);
        return codes.Succeeded ? (await derivation.DeriveAsync(book, touched, cancellationToken)).WithoutValue() : codes;
    }

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

    private static AuditEntry Entry(List<Reorganisation> records, HashSet<Guid> touched) => new(
        "unit_registry.units_reorganised", "reorganisation", records.Count == 1 ? records[0].Id.ToString() : "batch", null,
        new { decisions = records.Select(record => record.DecisionNumber).Distinct(), records = records.Count, units = touched.Count });
}

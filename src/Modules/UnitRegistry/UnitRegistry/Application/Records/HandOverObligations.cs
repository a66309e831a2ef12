using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;
using Microsoft.EntityFrameworkCore;

namespace LearningCity.UnitRegistry.Application.Records;

/// <summary>Says which unit answers from now on for what an ended unit still owes; a later word takes the place of an earlier one.</summary>
internal sealed record HandOverObligations(Guid FromUnitId, Guid ToUnitId, string? Note) : ICommand<Guid>;

internal sealed class HandOverObligationsValidator : AbstractValidator<HandOverObligations>
{
    public HandOverObligationsValidator()
    {
        RuleFor(command => command.ToUnitId).NotEqual(command => command.FromUnitId)
            .Say("Vui lòng chọn một đơn vị khác làm đơn vị tiếp nhận.", "Choose another unit to take over.");
        RuleFor(command => command.Note).MaximumLength(2000).Say("Ghi chú tối đa 2000 ký tự.", "The note has at most 2000 characters.");
    }
}

internal sealed class HandOverObligationsHandler(IUnitRegistryDb db, Registrar registrar, Guardian guardian, ICurrentUser user)
    : ICommandHandler<HandOverObligations, Guid>
{
    public async Task<Result<Guid>> Handle(HandOverObligations command, CancellationToken cancellationToken)
    {
        if (guardian.RequireEverywhere(UnitRegistryPermissions.Keep) is { Succeeded: false } refusal) return refusal;
        var book = await registrar.OpenAsync([command.FromUnitId, command.ToUnitId], [], DateOnly.MaxValue, cancellationToken);
        if (book.Find(command.FromUnitId) is not { } from) return UnitRegistryFailures.UnitNotFound;
        if (book.Find(command.ToUnitId) is not { } to) return UnitRegistryFailures.UnitNotFound.On("toUnitId");
        if (from.ClosedOn is not { } last || last == DateOnly.MaxValue) return UnitRegistryFailures.NotEnded.With(book.NameOf(from.Id, DateOnly.MaxValue));
        var day = last.AddDays(1);
        if (to.ClosedOn < day) return UnitRegistryFailures.NotThen.On("toUnitId", book.NameOf(to.Id, day), day);
        var recording = registrar.Record();
        foreach (var earlier in await db.HandOvers.Where(row => row.FromUnitId == from.Id && row.SupersededAt == null).ToListAsync(cancellationToken))
            earlier.Supersede(recording.At);
        var handOver = new HandOver
        {
            FromUnitId = from.Id,
            ToUnitId = to.Id,
            From = day,
            ReorganisationId = null,
            Note = command.Note?.Normalize().Trim() ?? "",
            RecordedAt = recording.At,
            RecordedBy = user.Id,
        };
        var saved = await registrar.SaveAsync(
            RegistryChange.Of(book, [from.Id], [handOver]), day,
            new AuditEntry("unit_registry.handed_over", "unit", from.Id.ToString(), from.Id, new { toUnitId = to.Id }), cancellationToken);
        return saved.Succeeded ? handOver.Id : saved;
    }
}

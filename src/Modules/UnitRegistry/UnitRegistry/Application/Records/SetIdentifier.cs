using FluentValidation;
using LearningCity.BuildingBlocks.Auditing;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Domain;

namespace LearningCity.UnitRegistry.Application.Records;

/// <summary>
/// Says by which code another register knows a unit, from a day on (null: no longer). The registry's own code is not set here: it
/// changes by a decision.
/// </summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Scheme">Whose register: <c>statistics</c>, <c>moet_school</c>, or another in snake case.</param>
/// <param name="Value">The code there; null where the unit has none from that day on.</param>
/// <param name="ValidFrom">First day.</param>
internal sealed record SetIdentifier(Guid UnitId, string Scheme, string? Value, DateOnly ValidFrom) : ICommand;

internal sealed class SetIdentifierValidator : AbstractValidator<SetIdentifier>
{
    public SetIdentifierValidator()
    {
        RuleFor(command => command.Scheme!).Matches("^[a-z][a-z0-9_]{1,39}$").NotNull()
            .Say("Vui lòng nhập tên hệ thống mã bằng chữ thường, chữ số và gạch dưới, tối đa 40 ký tự.", "Enter the scheme in lower case letters, digits and underscores, at most 40 characters.");
        RuleFor(command => command.Scheme).NotEqual(UnitCode.Registry)
            .Say("Mã của danh bạ thay đổi theo quyết định đổi tên, không nhập tại đây.", "The registry's own code changes by a decision, not here.");
        RuleFor(command => command.Value).Must(value => value is null || (value.Trim().Length is > 0 and <= 64))
            .Say("Mã có từ 1 đến 64 ký tự.", "A code has 1 to 64 characters.");
    }
}

internal sealed class SetIdentifierHandler(Registrar registrar, Guardian guardian) : ICommandHandler<SetIdentifier>
{
    public async Task<Result> Handle(SetIdentifier command, CancellationToken cancellationToken)
    {
        var allowed = await guardian.RequireAsync(UnitRegistryPermissions.Keep, command.UnitId, cancellationToken);
        if (!allowed.Succeeded) return allowed;
        var book = await registrar.OpenAsync([command.UnitId], [], command.ValidFrom, cancellationToken);
        if (book.Find(command.UnitId) is not { } unit) return UnitRegistryFailures.UnitNotFound.On("unitId");
        if (!unit.Life.Contains(command.ValidFrom))
            return UnitRegistryFailures.NotThen.On("validFrom", book.NameOf(unit.Id, command.ValidFrom), command.ValidFrom);
        var recording = registrar.Record();
        if (command.Value is { } value) unit.Recode(value.Trim(), command.ValidFrom, recording, command.Scheme);
        else unit.Uncode(command.Scheme, command.ValidFrom, recording);
        return await registrar.SaveAsync(
            book, [unit.Id], command.ValidFrom,
            new AuditEntry("unit_registry.identifier_set", "unit", unit.Id.ToString(), unit.Id, new { command.Scheme, command.Value, command.ValidFrom }),
            cancellationToken);
    }
}

using LearningCity.Access.Contracts;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.UnitRegistry.Contracts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.ReportingPeriods.Infrastructure.Demonstration;

/// <summary>The units that act in the demonstration's meetings.</summary>
/// <param name="Team">The support team.</param>
/// <param name="Department">The Department of Education and Training.</param>
/// <param name="Ward">A ward.</param>
/// <param name="WardCode">Its code.</param>
/// <param name="WardType">What it is.</param>
internal sealed record CityUnits(Guid Team, Guid Department, Guid Ward, string WardCode, UnitType WardType);

/// <summary>Sends the commands of the demonstration as somebody of the unit who may, with that permission and no more.</summary>
internal sealed class DemonstrationActors(IServiceScopeFactory scopes, ISender sender)
{
    /// <summary>Phường Sài Gòn, whose account the sign-in page names.</summary>
    private const string NamedWard = "26740";

    internal async Task<CityUnits> FindAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var units = await sender.Send(
            new FindUnitsByCode([WellKnownUnits.SupportTeam, WellKnownUnits.EducationDepartment, NamedWard], today), cancellationToken);
        UnitSummary Unit(string code) => units.First(unit => unit.Code == code);
        var ward = Unit(NamedWard);
        return new CityUnits(
            Unit(WellKnownUnits.SupportTeam).Id, Unit(WellKnownUnits.EducationDepartment).Id, ward.Id, ward.Code, ward.Type);
    }

    internal async Task<T> SendAsync<T>(Guid unitId, Permission permission, IRequest<Result<T>> command, CancellationToken cancellationToken)
    {
        await using var scope = await ActAsync(unitId, permission, cancellationToken);
        var result = await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, cancellationToken);
        return result.Succeeded ? result.Value : throw Refused(result.Failures);
    }

    internal async Task SendAsync(Guid unitId, Permission permission, IRequest<Result> command, CancellationToken cancellationToken)
    {
        await using var scope = await ActAsync(unitId, permission, cancellationToken);
        var result = await scope.ServiceProvider.GetRequiredService<ISender>().Send(command, cancellationToken);
        if (!result.Succeeded) throw Refused(result.Failures);
    }

    private async Task<AsyncServiceScope> ActAsync(Guid unitId, Permission permission, CancellationToken cancellationToken)
    {
        var people = await sender.Send(new GetPeopleOfUnits([unitId], permission.Code), cancellationToken);
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(new Caller(
            people is [var person, ..] ? person.PersonId : Guid.Empty, CallerKind.Person, "", unitId,
            [new Grant(permission.Code, unitId), new Grant(ReportingPeriodsPermissions.Read.Code, unitId)]));
        return scope;
    }

    private static InvalidOperationException Refused(IReadOnlyList<Failure> failures) =>
        new($"The demonstration was refused: {failures[0].Code} {failures[0].Message(Language.En)}");
}

using LearningCity.Access.Application;
using LearningCity.Access.Application.People;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks.Hosting;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace LearningCity.Access.Infrastructure.Demonstration;

/// <summary>The people of the demonstration who work for the whole city: administrator, editors, keeper, committee, auditor.</summary>
internal sealed class DemonstrationPeople(ISender sender, IPasswordHasher<Person> hasher) : IDemonstration
{
    internal static readonly DateOnly From = new(2024, 1, 1);

    public int Order => 10;

    public async Task PlayAsync(DemonstrationStage stage, CancellationToken cancellationToken)
    {
        if (stage.Act != DemonstrationAct.Found) return;
        stage.Clock.Show(BuildingBlocks.Time.CityTime.At(new DateOnly(2024, 10, 1), new TimeOnly(8, 0)));
        var names = new VietnameseNames(stage.Seed);
        NewPerson Somebody(string signInName, params Role[] roles) => new(
            new PersonDetails(names.Next(), $"{signInName}@{DemonstrationAccounts.Domain}", names.NextPhone(), null),
            [.. roles.Select(role => new RoleGrant(role.Code, null))], From);

        NewPerson[] people =
        [
            Somebody("quantri", Roles.Administrator),
            Somebody("bientap", Roles.CatalogueEditor),
            Somebody("danhba", Roles.RegistryKeeper),
            Somebody("banchidao", Roles.CommitteeMember),
            Somebody("kiemtra", Roles.Auditor),
            Somebody("bientap2", Roles.CatalogueEditor),
        ];
        await sender.Send(new AddPeople(people, HashOfThePassword(hasher)), cancellationToken);
    }

    /// <summary>One hash for all: hashing is slow on purpose, and the password is printed on the sign-in page anyway.</summary>
    internal static string HashOfThePassword(IPasswordHasher<Person> hasher) => hasher.HashPassword(null!, DemonstrationAccounts.Password);
}

using LearningCity.Access.Application;
using LearningCity.Access.Application.People;
using LearningCity.Access.Contracts;
using LearningCity.Access.Domain;
using LearningCity.Access.Infrastructure.Demonstration;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace LearningCity.Access.Tests.Application;

internal sealed class DemonstrationTests(string database) : CityTest(database)
{
    [Test]
    public void Names_are_the_same_for_the_same_seed_and_differ_for_another()
    {
        static string[] Names(int seed)
        {
            var names = new VietnameseNames(seed);
            return [.. Enumerable.Range(0, 20).Select(_ => names.Next())];
        }

        Names(1).ShouldBe(Names(1));
        Names(1).ShouldNotBe(Names(2));
    }

    [Test]
    public void Every_unit_gets_people_and_every_named_account_but_those_of_the_city_exists()
    {
        var ward = Unit("26740", "Phường Sài Gòn", DemonstrationTier.Ward);
        DemonstrationUnit[] units =
        [
            Unit("SGDDT", "Sở Giáo dục và Đào tạo", DemonstrationTier.Department), Unit("760", "Quận 1", DemonstrationTier.District), ward,
            Unit("26740", "Trung tâm", DemonstrationTier.Centre), Unit("TH01", "Trường THPT", DemonstrationTier.HighSchool),
            Unit("TR01", "Trường TH", DemonstrationTier.School) with { LiesInUnitId = ward.UnitId },
        ];
        var people = DemonstrationPeopleOfUnits.PeopleOf(units, new VietnameseNames(1));
        people.Select(person => person.Details.Email).ShouldBeUnique();
        units.Select(unit => unit.UnitId).ShouldBeSubsetOf(people.Select(person => person.Details.HomeUnitId!.Value));
        string[] ofTheCity = ["quantri", "banchidao", "bientap", "bientap2", "danhba", "kiemtra"];
        DemonstrationAccounts.Named.Select(account => account.SignInName).Except(ofTheCity)
            .ShouldBeSubsetOf(people.Select(person => person.Details.Email.Split('@')[0]));
    }

    [Test]
    public async Task Four_thousand_people_are_made_in_seconds_and_only_once()
    {
        var mark = Ids.New().ToString("N");
        var people = Enumerable.Range(0, 4000)
            .Select(i => new NewPerson(new PersonDetails($"Người {i}", $"{i}@{mark}.test", null, null), [new RoleGrant("reporter", Ids.New())], new DateOnly(2024, 1, 1)))
            .ToList();
        var started = TimeProvider.System.GetTimestamp();
        (await Send(new AddPeople(people, "hash"))).Value.ShouldBe(4000);
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(15));
        (await Send(new AddPeople(people, "hash"))).Value.ShouldBe(0);
    }

    [Test]
    public async Task Production_does_not_start_with_accounts_whose_password_everybody_knows()
    {
        await Send(new AddPeople([new NewPerson(new PersonDetails("Ai Đó", $"{Ids.New():N}@demo.test", null, null), [], new DateOnly(2024, 1, 1))], "hash"));
        (await TryStartAsync(Environments.Production)).ShouldBeOfType<InvalidOperationException>();
        (await TryStartAsync(Environments.Development)).ShouldBeNull();
    }

    [Test]
    public async Task A_demonstration_account_keeps_its_password()
    {
        var email = $"{Ids.New():N}@demo.test";
        await Send(new AddPeople([new NewPerson(new PersonDetails("Ai Đó", email, null, null), [], new DateOnly(2024, 1, 1))], "hash"));
        var id = await City.UseAsync<IAccessDb, Guid>(db => db.People.Where(person => person.Email == email).Select(person => person.Id).SingleAsync());
        (await Send(new IssuePasswordLink(id))).Failures.Single().Definition.ShouldBe(AccessFailures.NotByDemonstration);
    }

    private static DemonstrationUnit Unit(string code, string name, DemonstrationTier tier) => new(Ids.New(), code, new LocalText(name, name), tier, null);

    private Task<Exception?> TryStartAsync(string environment) => City.UseAsync<IAccessDb, Exception?>(async db =>
    {
        var accounts = new DemonstrationAccounts(new ConfigurationBuilder().Build());
        try
        {
            await new NoDemonstrationInProduction(db, accounts, new Named(environment)).RunAsync(CancellationToken.None);
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    });

    private sealed class Named(string environment) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = environment;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
